package io.wan4j.engine.previz.paint;

/**
 * What is done to rows of packed pixels, two channels to a multiplication, in loops that HotSpot
 * turns into vector instructions.
 *
 * <p>It does so only where every array of a loop is used at the same index (its alias analysis
 * takes two arrays at different offsets for overlapping). So rows are copied to the front of small
 * arrays, worked on there, and copied back, which costs a tenth of what the vectors save: a blend
 * took 2.2 ns a pixel in place and 0.9 ns with both copies.
 */
public final class PixelRows {
  private static final int PAIR = 0x00FF00FF;
  private static final int HIGH_PAIR = 0xFF00FF00;

  private PixelRows() {}

  /**
   * Lays one row over another.
   *
   * @param above premultiplied
   * @param below takes the result
   */
  public static void over(int[] above, int[] below, int count) {
    for (int x = 0; x < count; x++) {
      int pixel = above[x];
      int keep = 256 - (pixel >>> 24);
      below[x] =
          pixel
              + ((((below[x] >>> 8) & PAIR) * keep) & HIGH_PAIR)
              + ((((below[x] & PAIR) * keep) >>> 8) & PAIR);
    }
  }

  /**
   * Mixes two rows.
   *
   * @param part of the second row, 0 to 256
   */
  static void mix(int[] first, int[] second, int part, int[] mixed, int count) {
    int keep = 256 - part;
    for (int x = 0; x < count; x++) {
      int a = first[x];
      int b = second[x];
      mixed[x] =
          (((a & PAIR) * keep + (b & PAIR) * part) >>> 8 & PAIR)
              | (((a >>> 8) & PAIR) * keep + ((b >>> 8) & PAIR) * part) & HIGH_PAIR;
    }
  }

  /**
   * Mixes two rows, each pixel with a part of its own.
   *
   * @param parts of the second row, 0 to 256
   */
  static void mix(int[] first, int[] second, int[] parts, int[] mixed, int count) {
    for (int x = 0; x < count; x++) {
      int a = first[x];
      int b = second[x];
      int part = parts[x];
      int keep = 256 - part;
      mixed[x] =
          (((a & PAIR) * keep + (b & PAIR) * part) >>> 8 & PAIR)
              | (((a >>> 8) & PAIR) * keep + ((b >>> 8) & PAIR) * part) & HIGH_PAIR;
    }
  }

  /**
   * Makes a premultiplied row more transparent.
   *
   * @param strength 0 to 256
   */
  static void fade(int[] row, int strength, int count) {
    for (int x = 0; x < count; x++) {
      int pixel = row[x];
      row[x] =
          (((pixel & PAIR) * strength >>> 8) & PAIR)
              | (((pixel >>> 8) & PAIR) * strength & HIGH_PAIR);
    }
  }

  /**
   * Multiplies every channel and makes the row opaque.
   *
   * @param factors and
   * @param offsets sum to 0 to 255, which stands for just below 1
   */
  static void scale(int[] row, int[] factors, int[] offsets, int count) {
    for (int x = 0; x < count; x++) {
      int pixel = row[x];
      int factor = factors[x] + offsets[x];
      row[x] =
          0xFF000000
              | (((pixel & PAIR) * factor >>> 8) & PAIR)
              | (((pixel & 0xFF00) * factor >>> 8) & 0xFF00);
    }
  }
}
