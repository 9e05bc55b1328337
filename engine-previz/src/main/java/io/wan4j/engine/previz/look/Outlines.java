package io.wan4j.engine.previz.look;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.paint.Colour;

/** Lines where brightness or colour changes, drawn in ink over the picture or on plain paper. */
final class Outlines implements Finish {
  private final int width;
  private final int height;
  private final int reach;
  private final double threshold;
  private final double strength;
  private final Colour ink;
  private final boolean onPaper;
  private final Colour paper;

  /**
   * @param threshold change of colour, of 255, from which a line is drawn
   * @param strength 0 to 1
   * @param onPaper whether the picture itself fades to paper, so that mostly lines remain
   */
  Outlines(
      FrameSize size,
      double threshold,
      double strength,
      Colour ink,
      boolean onPaper,
      Colour paper) {
    this.width = size.width();
    this.height = size.height();
    this.reach = Math.max(1, size.height() / 540);
    this.threshold = threshold;
    this.strength = strength;
    this.ink = ink;
    this.onPaper = onPaper;
    this.paper = paper;
  }

  @Override
  public void apply(int[] argb, int frame) {
    int[] source = argb.clone();
    for (int y = 0; y < height; y++) {
      int up = Math.max(0, y - reach) * width;
      int down = Math.min(height - 1, y + reach) * width;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width - 1, x + reach);
        int row = y * width;
        double across = difference(source[row + left], source[row + right]);
        double upright = difference(source[up + x], source[down + x]);
        double edge = Math.sqrt(across * across + upright * upright);
        double line = Math.max(0, Math.min(1, (edge - threshold) / (threshold * 1.2))) * strength;
        int pixel = source[row + x];
        if (onPaper) {
          pixel = towards(pixel, paper, 0.62 + 0.3 * light(pixel));
        }
        argb[row + x] = line > 0.01 ? towards(pixel, ink, line) : pixel;
      }
    }
  }

  private static double light(int pixel) {
    return ((pixel >> 16 & 255) + 2 * (pixel >> 8 & 255) + (pixel & 255)) / 1020.0;
  }

  private static double difference(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return Math.sqrt((2 * red * red + 4 * green * green + blue * blue) / 7.0);
  }

  private static int towards(int pixel, Colour goal, double share) {
    int part = (int) (256 * Math.min(1, share));
    int red = (pixel >> 16 & 255) + ((goal.red() - (pixel >> 16 & 255)) * part >> 8);
    int green = (pixel >> 8 & 255) + ((goal.green() - (pixel >> 8 & 255)) * part >> 8);
    int blue = (pixel & 255) + ((goal.blue() - (pixel & 255)) * part >> 8);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
