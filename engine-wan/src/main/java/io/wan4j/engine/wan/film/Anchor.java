package io.wan4j.engine.wan.film;

import io.wan4j.media.PixelImage;

/**
 * Holds an end of the film to the picture that was given for it. What a network keeps of a given
 * picture is nearly that picture; the small rest between the two is added back, whole at the end
 * itself and less with each frame away from it, so that nothing jumps.
 */
final class Anchor {
  /** A quarter of a second of the finished film. */
  static final int REACH = 8;

  private final short[] rest;

  private Anchor(short[] rest) {
    this.rest = rest;
  }

  /**
   * Measures the rest.
   *
   * @param given as it shall be seen
   * @param filmed the same frame as it came out; of the same size
   */
  static Anchor of(PixelImage given, PixelImage filmed) {
    short[] rest = new short[3 * given.argb().length];
    for (int i = 0; i < given.argb().length; i++) {
      int wanted = given.argb()[i];
      int is = filmed.argb()[i];
      rest[3 * i] = (short) ((wanted >> 16 & 255) - (is >> 16 & 255));
      rest[3 * i + 1] = (short) ((wanted >> 8 & 255) - (is >> 8 & 255));
      rest[3 * i + 2] = (short) ((wanted & 255) - (is & 255));
    }
    return new Anchor(rest);
  }

  /**
   * The frame with its share of the rest.
   *
   * @param distance frames from the end that is held; the frame itself from {@link #REACH} on
   */
  PixelImage apply(PixelImage frame, int distance) {
    if (distance >= REACH) {
      return frame;
    }
    double way = (double) distance / REACH;
    int weight = (int) Math.round(256 * (1 - way * way * (3 - 2 * way)));
    int[] pixels = new int[frame.argb().length];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = frame.argb()[i];
      pixels[i] =
          0xFF000000
              | moved(pixel >> 16 & 255, rest[3 * i], weight) << 16
              | moved(pixel >> 8 & 255, rest[3 * i + 1], weight) << 8
              | moved(pixel & 255, rest[3 * i + 2], weight);
    }
    return new PixelImage(frame.width(), frame.height(), pixels);
  }

  private static int moved(int value, int by, int weight) {
    return Math.clamp(value + (by * weight + 128 >> 8), 0, 255);
  }
}
