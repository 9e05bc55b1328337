package io.wan4j.conformance;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Landscapes with a sky, hills, a sun and trees, different for each number. */
final class Pictures {
  /** Enough detail everywhere that two pictures are never alike by their empty parts. */
  private static final int LEAVES = 900;

  private Pictures() {}

  static void write(Path file, int number, int width, int height, String format) {
    try {
      if (!ImageIO.write(draw(number, width, height), format, file.toFile())) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage draw(int number, int width, int height) {
    Random random = new Random(number * 7919L);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = random.nextFloat();
    pen.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.6f, 0.9f),
            0,
            height,
            Color.getHSBColor(hue + 0.12f, 0.25f, 1f)));
    pen.fillRect(0, 0, width, height);
    int sun = Math.min(width, height) / 5;
    pen.setColor(new Color(255, 230, 150));
    pen.fill(
        new Ellipse2D.Double(random.nextInt(width - sun), random.nextInt(height / 3), sun, sun));
    for (int layer = 0; layer < 3; layer++) {
      hills(pen, random, width, height, 0.45 + 0.15 * layer, hue + 0.3f, 0.75f - 0.2f * layer);
    }
    for (int tree = 0; tree < 14; tree++) {
      tree(pen, random, width, height);
    }
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      leaf(pen, random, width, height);
    }
    pen.dispose();
    return image;
  }

  private static void hills(
      Graphics2D pen, Random random, int width, int height, double level, float hue, float light) {
    Path2D hills = new Path2D.Double();
    hills.moveTo(0, height);
    double phase = random.nextDouble() * 6;
    for (int x = 0; x <= width; x += 4) {
      double wave = Math.sin(phase + 7.0 * x / width) + 0.4 * Math.sin(phase + 17.0 * x / width);
      hills.lineTo(x, height * (level + 0.06 * wave));
    }
    hills.lineTo(width, height);
    hills.closePath();
    pen.setColor(Color.getHSBColor(hue, 0.5f, light));
    pen.fill(hills);
  }

  private static void tree(Graphics2D pen, Random random, int width, int height) {
    int size = Math.min(width, height) / (8 + random.nextInt(8));
    int x = random.nextInt(Math.max(1, width - size));
    int y = height * 2 / 3 + random.nextInt(Math.max(1, height / 4));
    pen.setColor(new Color(90, 60, 40));
    pen.setStroke(new BasicStroke(Math.max(2, size / 8f)));
    pen.drawLine(x + size / 2, y, x + size / 2, y + size / 2);
    pen.setColor(Color.getHSBColor(0.25f + random.nextFloat() * 0.2f, 0.7f, 0.5f));
    pen.fill(new Ellipse2D.Double(x, y - size / 2.0, size, size));
  }

  private static void leaf(Graphics2D pen, Random random, int width, int height) {
    double size = Math.min(width, height) / 60.0 * (1 + 2 * random.nextDouble());
    pen.setColor(
        Color.getHSBColor(
            random.nextFloat(), 0.4f + 0.5f * random.nextFloat(), random.nextFloat()));
    pen.fill(
        new Ellipse2D.Double(
            random.nextDouble() * width, random.nextDouble() * height, 2 * size, size));
  }
}
