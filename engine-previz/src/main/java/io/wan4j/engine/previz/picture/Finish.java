package io.wan4j.engine.previz.picture;

import java.util.SplittableRandom;

/**
 * The last pass over a frame: light that drifts a little and film grain, so that nothing on the
 * screen is ever frozen. Both grow from nothing over the first half second, so that a given first
 * frame stays what it is.
 */
final class Finish {
  private static final int TILE = 256;
  private static final double GRAIN = 2.2;
  private static final double DRIFT = 0.028;

  private final int width;
  private final int height;
  private final long seed;
  private final byte[] grain = new byte[TILE * TILE];

  Finish(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < grain.length; i++) {
      double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      grain[i] = (byte) Math.round(bell * 2 * GRAIN);
    }
  }

  /**
   * @param seconds time in the film, for the drift
   * @param strength 0 leaves the frame alone, 1 is usual
   * @param light how much brighter the whole frame is, 0 usual
   */
  void apply(int[] frame, int number, double seconds, double strength, double light) {
    if (strength <= 0 && light == 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    int offsetX = random.nextInt(TILE);
    int offsetY = random.nextInt(TILE);
    double phase = seed % 7;
    int noisy = (int) Math.round(256 * Math.min(1, strength));
    int[] across = new int[width];
    for (int x = 0; x < width; x++) {
      double wave = Math.sin(2 * Math.PI * (0.55 * x / width - 0.17 * seconds) + phase);
      double start = Math.sin(2 * Math.PI * 0.55 * x / width + phase);
      across[x] = (int) Math.round(65536 * (1 + light + DRIFT * strength * (wave - start) / 2));
    }
    for (int y = 0; y < height; y++) {
      int row = (y + offsetY & TILE - 1) * TILE;
      for (int x = 0, at = y * width; x < width; x++, at++) {
        int pixel = frame[at];
        int gain = across[x];
        int add = (grain[row + (x + offsetX & TILE - 1)] * noisy >> 8);
        int red = ((pixel >> 16 & 255) * gain + 0x8000 >> 16) + add;
        int green = ((pixel >> 8 & 255) * gain + 0x8000 >> 16) + add;
        int blue = ((pixel & 255) * gain + 0x8000 >> 16) + add;
        red = Math.max(0, Math.min(255, red));
        green = Math.max(0, Math.min(255, green));
        blue = Math.max(0, Math.min(255, blue));
        frame[at] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
  }

  /** How strong the finish is at a time after a given frame: 0 on it, 1 after half a second. */
  static double since(double seconds) {
    return Easing.smooth(seconds / 0.5);
  }

  /** As {@link #since}, and back to 0 on a given last frame. */
  static double between(double sinceFirst, double untilLast) {
    return Math.min(since(sinceFirst), since(untilLast));
  }
}
