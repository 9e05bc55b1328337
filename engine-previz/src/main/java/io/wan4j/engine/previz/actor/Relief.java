package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Blur;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Raster;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flat drawing made round, once: lit from above as a cushion of its own outline, with a little
 * relief where its colours meet, less garish, and with the tooth of paint. Kept in halved sizes, so
 * that it is smooth at any distance.
 */
final class Relief {
  /** The side of the largest picture, pixels. */
  static final int SIDE = 640;

  private static final int SMALLEST = 40;

  /** How round the whole is, and how far its own colours rise, as gains of the light. */
  private static final double ROUND = 0.62;

  private static final double RAISED = 0.42;

  /** Light at the upper and at the lower end. */
  private static final double TOP = 1.07;

  private static final double BOTTOM = 0.80;

  /** What is farther from grey than this is a colour. */
  private static final int COLOURED = 60;

  private static final double SATURATION = 0.86;
  private static final double TOOTH = 0.07;

  private final List<BufferedImage> sizes = new ArrayList<>();

  private Relief() {}

  /**
   * Rounds a drawing; the raster is taken over.
   *
   * @param paint what its coloured parts are painted with instead
   */
  static Relief of(Raster flat, Optional<Colour> paint) {
    Relief relief = new Relief();
    paint.ifPresent(colour -> repaint(flat.pixels(), colour));
    shade(flat);
    BufferedImage image = flat.image();
    relief.sizes.add(image);
    while (image.getWidth() / 2 >= SMALLEST) {
      image = halved(image);
      relief.sizes.add(image);
    }
    return relief;
  }

  /** Gives all that is coloured another colour; light and dark, white and grey stay. */
  private static void repaint(int[] pixels, Colour colour) {
    double sum = 0;
    int count = 0;
    for (int pixel : pixels) {
      if (pixel >>> 24 == 255 && chroma(pixel) > COLOURED) {
        sum += luma(pixel);
        count++;
      }
    }
    double mean = Math.max(1, sum / Math.max(1, count));
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      double share = Math.clamp((chroma(pixel) - COLOURED / 2.0) / COLOURED, 0, 1);
      if (pixel >>> 24 > 0 && share > 0) {
        int alpha = pixel >>> 24;
        double light = Math.min(1.6, luma(pixel) * 255.0 / alpha / mean);
        pixels[i] =
            alpha << 24
                | mixed(pixel >> 16 & 255, colour.red() * light, share, alpha) << 16
                | mixed(pixel >> 8 & 255, colour.green() * light, share, alpha) << 8
                | mixed(pixel & 255, colour.blue() * light, share, alpha);
      }
    }
  }

  private static int mixed(int own, double other, double share, int alpha) {
    double goal = Math.min(255, other) * alpha / 255;
    return Math.clamp(Math.round(own + (goal - own) * share), 0, alpha);
  }

  /** The distance from grey of a pixel. */
  private static int chroma(int pixel) {
    int red = pixel >> 16 & 255;
    int green = pixel >> 8 & 255;
    int blue = pixel & 255;
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
  }

  private static void shade(Raster flat) {
    int side = flat.width();
    int[] pixels = flat.pixels();
    int[] body = new int[pixels.length];
    int[] tone = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      body[i] = pixels[i] >>> 24;
      tone[i] = luma(pixels[i]);
    }
    Blur.softenPlane(body, side, side, side / 14);
    Blur.softenPlane(tone, side, side, side / 90);
    int far = side / 16;
    int near = side / 100;
    for (int y = 0; y < side; y++) {
      double fall = TOP + (BOTTOM - TOP) * y / side;
      for (int x = 0; x < side; x++) {
        int at = y * side + x;
        int pixel = pixels[at];
        if (pixel >>> 24 == 0) {
          continue;
        }
        double round = slope(body, x, y, side, far) * ROUND;
        double raised = slope(tone, x, y, side, near) * RAISED;
        double tooth = TOOTH * (Noise.fractal(x / 9.0, y / 9.0, side, 5, 3) - 0.5);
        pixels[at] = lit(pixel, fall * (1 + round + raised + tooth));
      }
    }
  }

  /** By how much a plane rises from above to below a place, in parts of its whole height. */
  private static double slope(int[] plane, int x, int y, int side, int by) {
    int below = Math.min(side - 1, y + by);
    int above = Math.max(0, y - by);
    int left = Math.max(0, x - by / 2);
    int right = Math.min(side - 1, x + by / 2);
    return (plane[below * side + right] - plane[above * side + left]) / 255.0;
  }

  private static int luma(int pixel) {
    return (54 * (pixel >> 16 & 255) + 183 * (pixel >> 8 & 255) + 19 * (pixel & 255)) >> 8;
  }

  private static int lit(int pixel, double light) {
    int alpha = pixel >>> 24;
    int luma = luma(pixel);
    return alpha << 24
        | channel(pixel >> 16 & 255, luma, light, alpha) << 16
        | channel(pixel >> 8 & 255, luma, light, alpha) << 8
        | channel(pixel & 255, luma, light, alpha);
  }

  private static int channel(int value, int luma, double light, int most) {
    double muted = luma + (value - luma) * SATURATION;
    return Math.clamp(Math.round(muted * light), 0, most);
  }

  private static BufferedImage halved(BufferedImage image) {
    int side = image.getWidth() / 2;
    Raster half = new Raster(side, side);
    Graphics2D brush = half.brush();
    brush.drawImage(image, 0, 0, side, side, null);
    brush.dispose();
    return half.image();
  }

  /** Draws it into a square of the given side at the brush's origin. */
  void draw(Graphics2D brush, double side) {
    AffineTransform now = brush.getTransform();
    double pixels = side * Math.sqrt(Math.abs(now.getDeterminant()));
    BufferedImage image = sizes.getFirst();
    for (BufferedImage size : sizes) {
      if (size.getWidth() >= pixels) {
        image = size;
      }
    }
    Object keep = brush.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double scale = side / image.getWidth();
    brush.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
    if (keep != null) {
      brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, keep);
    }
  }
}
