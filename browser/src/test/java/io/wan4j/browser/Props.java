package io.wan4j.browser;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.PixelImage;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures and clips to give to the studio: a valley at different hours. */
final class Props {
  private static final Color[][] HOURS = {
    {new Color(0xf7c98b), new Color(0x8fb7c9), new Color(0x3d5a4c)},
    {new Color(0xe2765a), new Color(0x3b3a5c), new Color(0x201c2c)},
    {new Color(0xdfe9ee), new Color(0x86b3d6), new Color(0x4c7350)},
  };

  private Props() {}

  /** A picture of the valley; each number has its hour and its hills. */
  static Path picture(Path file, int number, int width, int height) {
    try {
      ImageIO.write(draw(number, width, height), "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A silent clip in which the camera passes over the valley. */
  static Path clip(Path file, int number, int seconds) {
    FrameSize size = new FrameSize(480, 272);
    BufferedImage scene = draw(number, size.width() + 120, size.height());
    int[] pixels =
        scene.getRGB(0, 0, scene.getWidth(), scene.getHeight(), null, 0, scene.getWidth());
    PixelImage valley = new PixelImage(scene.getWidth(), scene.getHeight(), pixels);
    int count = seconds * FilmFormat.STANDARD_RATE;
    try (FilmWriter writer = FilmWriter.open(file, FilmFormat.of(size))) {
      for (int i = 0; i < count; i++) {
        Frame frame = valley.crop(120 * i / count, 0, size.width(), size.height()).toFrame(size);
        writer.write(frame);
      }
      writer.finish();
    }
    return file;
  }

  /** A Word document of one paragraph. */
  static Path document(Path file, String words) {
    String body =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>".formatted(words);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(body.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage draw(int number, int width, int height) {
    Random random = new Random(number * 7919L);
    Color[] hour = HOURS[Math.floorMod(number, HOURS.length)];
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(new GradientPaint(0, 0, hour[1], 0, height * 0.7f, hour[0]));
    pen.fillRect(0, 0, width, height);
    double sun = height / 7.0;
    pen.setColor(new Color(255, 240, 205));
    pen.fill(
        new Ellipse2D.Double(width * (0.3 + 0.4 * random.nextDouble()), height * 0.3, sun, sun));
    for (int layer = 0; layer < 4; layer++) {
      float share = layer / 3f;
      pen.setColor(mixed(hour[0], hour[2], 0.35f + 0.65f * share));
      pen.fill(hills(random, width, height, 0.48 + 0.13 * layer));
    }
    pen.dispose();
    return image;
  }

  private static Path2D hills(Random random, int width, int height, double level) {
    Path2D hills = new Path2D.Double();
    hills.moveTo(0, height);
    double phase = random.nextDouble() * 6;
    for (int x = 0; x <= width; x += 2) {
      double wave = Math.sin(phase + 6.0 * x / width) + 0.35 * Math.sin(phase + 19.0 * x / width);
      hills.lineTo(x, height * (level + 0.07 * wave));
    }
    hills.lineTo(width, height);
    hills.closePath();
    return hills;
  }

  private static Color mixed(Color from, Color to, float share) {
    return new Color(
        (int) (from.getRed() + (to.getRed() - from.getRed()) * share),
        (int) (from.getGreen() + (to.getGreen() - from.getGreen()) * share),
        (int) (from.getBlue() + (to.getBlue() - from.getBlue()) * share));
  }
}
