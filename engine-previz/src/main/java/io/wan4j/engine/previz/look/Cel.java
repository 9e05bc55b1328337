package io.wan4j.engine.previz.look;

/** Light in a few flat steps, as on painted cels; colours and outlines stay. */
final class Cel implements Finish {
  /** How much of the way to the next step is a soft edge. */
  private static final double EDGE = 0.22;

  /** How far the picture goes to its steps. */
  private static final double STRENGTH = 0.8;

  private final int[] factor = new int[256];

  /**
   * @param steps of light, at least 2
   */
  Cel(int steps) {
    for (int i = 1; i < 256; i++) {
      double place = i / 255.0 * steps;
      double low = Math.floor(place);
      double t = Math.max(0, Math.min(1, (place - low - 0.5 + EDGE / 2) / EDGE));
      double flat = Math.min(steps, low + t * t * (3 - 2 * t)) / steps * 255;
      double goal = i + (Math.max(flat, 10) - i) * STRENGTH;
      factor[i] = (int) Math.round(256 * goal / i);
    }
  }

  @Override
  public void apply(int[] argb, int frame) {
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int red = pixel >> 16 & 255;
      int green = pixel >> 8 & 255;
      int blue = pixel & 255;
      int by = factor[(54 * red + 183 * green + 19 * blue) >> 8];
      argb[i] =
          0xFF000000
              | Math.min(255, red * by >> 8) << 16
              | Math.min(255, green * by >> 8) << 8
              | Math.min(255, blue * by >> 8);
    }
  }
}
