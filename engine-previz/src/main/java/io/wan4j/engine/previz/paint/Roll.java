package io.wan4j.engine.previz.paint;

/** Turns a whole frame about its middle, enlarged just so far that no corner is left empty. */
public final class Roll {
  private static final int PAIR = 0x00FF00FF;

  private Roll() {}

  /**
   * Turns a frame in place.
   *
   * @param angle radians, clockwise on screen
   */
  public static void turn(int[] frame, int width, int height, double angle) {
    int[] source = frame.clone();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double longer = (double) Math.max(width, height) / Math.min(width, height);
    double enlarge = Math.abs(cos) + longer * Math.abs(sin);
    double stepX = cos / enlarge;
    double stepY = -sin / enlarge;
    for (int y = 0; y < height; y++) {
      double dy = (y + 0.5 - height / 2.0) / enlarge;
      double u = width / 2.0 + sin * dy - stepX * (width / 2.0 - 0.5) - 0.5;
      double v = height / 2.0 + cos * dy - stepY * (width / 2.0 - 0.5) - 0.5;
      for (int x = 0; x < width; x++, u += stepX, v += stepY) {
        int left = Math.max(0, Math.min(width - 2, (int) u));
        int top = Math.max(0, Math.min(height - 2, (int) v));
        int fx = (int) (256 * Ease.clamp(u - left));
        int fy = (int) (256 * Ease.clamp(v - top));
        int at = top * width + left;
        int upper = mix(source[at], source[at + 1], fx);
        int lower = mix(source[at + width], source[at + width + 1], fx);
        frame[y * width + x] = 0xFF000000 | mix(upper, lower, fy);
      }
    }
  }

  private static int mix(int a, int b, int part) {
    int keep = 256 - part;
    int redBlue = ((a & PAIR) * keep + (b & PAIR) * part) >>> 8 & PAIR;
    int green = ((a & 0xFF00) * keep + (b & 0xFF00) * part) >>> 8 & 0xFF00;
    return redBlue | green;
  }
}
