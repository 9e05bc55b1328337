package io.wan4j.engine.previz.picture;

/** The light of a place on whoever stands in it: a cut-out takes on a part of its colour. */
final class StageLight {
  /** No change, in 8.8 fixed point for red, green and blue. */
  static final int[] NONE = {256, 256, 256};

  /** How much of the place's tint a figure takes on; all of it would hide whose picture it is. */
  private static final double TINT = 0.32;

  /** How much of its darkness, where it is dark. */
  private static final double DARKNESS = 0.45;

  private static final double LIT = 105;

  private static final int STEP = 61;

  private StageLight() {}

  /**
   * Gains for red, green and blue in 8.8 fixed point.
   *
   * @param stage a painted frame of the place alone
   */
  static int[] gains(int[] stage) {
    double red = 0;
    double green = 0;
    double blue = 0;
    int count = 0;
    for (int i = 0; i < stage.length; i += STEP) {
      red += stage[i] >> 16 & 255;
      green += stage[i] >> 8 & 255;
      blue += stage[i] & 255;
      count++;
    }
    double mean = Math.max(1, (red + green + blue) / (3.0 * count));
    double level = 1 - DARKNESS * (1 - Math.min(1, mean / LIT));
    return new int[] {
      gain(red / count, mean, level),
      gain(green / count, mean, level),
      gain(blue / count, mean, level)
    };
  }

  private static int gain(double channel, double mean, double level) {
    double tint = Math.clamp(channel / mean, 0.6, 1.5);
    return (int) Math.round(256 * level * (1 + TINT * (tint - 1)));
  }
}
