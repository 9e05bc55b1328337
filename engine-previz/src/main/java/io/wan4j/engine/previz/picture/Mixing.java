package io.wan4j.engine.previz.picture;

/** Mixes packed pixels. Weights are 0 to 256. */
final class Mixing {
  private static final int PAIRS = 0x00FF00FF;
  private static final int HALF = 0x00800080;

  private Mixing() {}

  /** The one pixel at 0, the other at 256. */
  static int mix(int one, int other, int weight) {
    int rest = 256 - weight;
    int pair = (one & PAIRS) * rest + (other & PAIRS) * weight + HALF >>> 8 & PAIRS;
    int high = (one >>> 8 & PAIRS) * rest + (other >>> 8 & PAIRS) * weight + HALF >>> 8 & PAIRS;
    return high << 8 | pair;
  }

  static void mix(int[] one, int[] other, double share, int[] into) {
    int weight = (int) Math.round(256 * Math.clamp(share, 0.0, 1.0));
    for (int i = 0; i < into.length; i++) {
      into[i] = mix(one[i], other[i], weight);
    }
  }

  /** A premultiplied pixel laid over an opaque one. */
  static int over(int top, int below) {
    int rest = 256 - (top >>> 24);
    int pair = ((below & PAIRS) * rest >>> 8 & PAIRS) + (top & PAIRS);
    int high = ((below >>> 8 & PAIRS) * rest >>> 8 & PAIRS) + (top >>> 8 & PAIRS);
    return high << 8 | pair;
  }

  /** Both lights at once; no channel passes white. */
  static int add(int one, int other) {
    int pair = (one & PAIRS) + (other & PAIRS);
    int high = (one >>> 8 & PAIRS) + (other >>> 8 & PAIRS);
    pair = (pair | 0x01000100 - (pair >>> 8 & 0x00010001)) & PAIRS;
    high = (high | 0x01000100 - (high >>> 8 & 0x00010001)) & PAIRS;
    return high << 8 | pair;
  }

  /** The pixel with all its channels, coverage too, at a share of 0 to 256. */
  static int scale(int pixel, int share) {
    int pair = (pixel & PAIRS) * share >>> 8 & PAIRS;
    int high = (pixel >>> 8 & PAIRS) * share >>> 8 & PAIRS;
    return high << 8 | pair;
  }
}
