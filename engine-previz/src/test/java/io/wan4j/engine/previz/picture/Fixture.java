package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.engine.previz.PromptReading;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;

/** Generated photographs, clips made of them, and measures of likeness. */
final class Fixture {
  static final int WIDTH = 320;
  static final int HEIGHT = 192;
  static final int RATE = 30;

  private Fixture() {}

  /** A landscape with sky, ground, many things on it, and noise as of a camera. */
  static BufferedImage landscape(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    SplittableRandom random = new SplittableRandom(seed);
    g.setPaint(new GradientPaint(0, 0, colour(random, 0.8), 0, height / 2f, colour(random, 1)));
    g.fillRect(0, 0, width, height);
    g.setPaint(
        new GradientPaint(0, height / 2f, colour(random, 0.5), 0, height, colour(random, 0.3)));
    g.fillRect(0, height / 2, width, height);
    for (int i = 0; i < 160; i++) {
      double depth = random.nextDouble();
      int size = (int) (height * (0.02 + 0.12 * depth * depth));
      g.setColor(colour(random, 0.3 + 0.7 * random.nextDouble()));
      int x = random.nextInt(width);
      int y = (int) (height * (0.45 + 0.5 * depth));
      if (i % 2 == 0) {
        g.fillRect(x, y - size, size, size);
      } else {
        g.fillOval(x, y - size, size, size);
      }
    }
    g.dispose();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int add = random.nextInt(-6, 7);
        int pixel = image.getRGB(x, y);
        image.setRGB(
            x,
            y,
            Math.clamp((pixel >> 16 & 255) + add, 0, 255) << 16
                | Math.clamp((pixel >> 8 & 255) + add, 0, 255) << 8
                | Math.clamp((pixel & 255) + add, 0, 255));
      }
    }
    return image;
  }

  private static Color colour(SplittableRandom random, double light) {
    return Color.getHSBColor((float) random.nextDouble(), 0.5f, (float) light);
  }

  static Plate plate(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new Plate(image.getWidth(), image.getHeight(), pixels);
  }

  static Plate landscapePlate(long seed) {
    return plate(landscape(WIDTH, HEIGHT, seed));
  }

  static Picture saved(BufferedImage image, Path file) throws IOException {
    ImageIO.write(image, "png", file.toFile());
    return new Picture(file, image.getWidth(), image.getHeight());
  }

  /** A clip of a camera that looks along a wide landscape; {@code at} tells where at each frame. */
  static Clip pan(Path file, int frames, long seed, DoubleUnaryOperator at) {
    Plate wide = plate(landscape(WIDTH * 3, HEIGHT, seed));
    FrameSize size = new FrameSize(WIDTH, HEIGHT);
    try (FilmWriter writer = FilmWriter.open(file, FilmFormat.of(size))) {
      Frame frame = new Frame(size);
      int[] pixels = new int[size.pixels()];
      for (int i = 0; i < frames; i++) {
        float left = (float) at.applyAsDouble(i);
        MeshWarp.paint(
            wide,
            (x, y, source) -> {
              source[0] = left + x;
              source[1] = y;
            },
            pixels,
            WIDTH,
            HEIGHT);
        frame.setRgb(pixels);
        writer.write(frame);
      }
      writer.finish();
    }
    return new Clip(file, WIDTH, HEIGHT, (double) frames / RATE, false);
  }

  static Brief brief(Material material, String prompt, int frames) {
    return new Brief(
        material,
        prompt,
        "",
        new FrameSize(WIDTH, HEIGHT),
        RATE,
        frames,
        11,
        ShotPlan.BY_PROMPT,
        new SoundPlan.Silent());
  }

  static FrameSequence film(Brief brief) {
    return new PictureFilms(
            new PromptReading(),
            (inWords, progress) -> {
              throw new AssertionError("no scene was to be drawn");
            })
        .make(brief, Progress.NONE);
  }

  /** The frames of a film whose numbers are asked for, painted in order. */
  static List<int[]> frames(Brief brief, int... wanted) {
    List<int[]> frames = new ArrayList<>();
    try (FrameSequence film = film(brief)) {
      int next = 0;
      for (int i = 0; i < brief.frameCount() && next < wanted.length; i++) {
        FrameSequence.Painting painting = film.begin(i);
        if (i == wanted[next]) {
          int[] pixels = new int[brief.size().pixels()];
          painting.paint(pixels);
          frames.add(pixels);
          next++;
        }
      }
    }
    return frames;
  }

  /** Mean difference of the greens, 0 to 255. */
  static double difference(int[] one, int[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] >> 8 & 255) - (other[i] >> 8 & 255));
    }
    return sum / one.length;
  }

  static double decibels(int[] one, int[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      double d = (one[i] >> 8 & 255) - (other[i] >> 8 & 255);
      squares += d * d;
    }
    return squares == 0 ? 99 : 10 * Math.log10(255 * 255 * one.length / squares);
  }

  /** Structural similarity of the greens over 8x8 windows (Wang and others, 2004). */
  static double ssim(int[] one, int[] other) {
    double total = 0;
    int windows = 0;
    for (int top = 0; top + 8 <= HEIGHT; top += 4) {
      for (int left = 0; left + 8 <= WIDTH; left += 4) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = top; y < top + 8; y++) {
          for (int x = left; x < left + 8; x++) {
            double p = one[y * WIDTH + x] >> 8 & 255;
            double q = other[y * WIDTH + x] >> 8 & 255;
            a += p;
            b += q;
            aa += p * p;
            bb += q * q;
            ab += p * q;
          }
        }
        a /= 64;
        b /= 64;
        double varianceA = aa / 64 - a * a;
        double varianceB = bb / 64 - b * b;
        double covariance = ab / 64 - a * b;
        total +=
            (2 * a * b + 6.5025)
                * (2 * covariance + 58.5225)
                / ((a * a + b * b + 6.5025) * (varianceA + varianceB + 58.5225));
        windows++;
      }
    }
    return total / windows;
  }
}
