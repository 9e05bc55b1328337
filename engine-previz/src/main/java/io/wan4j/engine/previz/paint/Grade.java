package io.wan4j.engine.previz.paint;

import java.util.Random;

/**
 * The last pass over every frame: darker corners and a fine grain, both multiplicative so that
 * black stays black. One multiplication a pixel pair and no branch.
 */
public final class Grade {
  private static final int TILE = 512;
  private static final double CORNERS = 0.26;
  private static final double GRAIN_DEVIATION = 2.4;
  private static final int GRAIN_LIMIT = 7;

  /** Of the sum of four even bytes: 4 · 127.5, and the root of 4 · (256² − 1) / 12. */
  private static final double BYTES_MEAN = 510;

  private static final double BYTES_DEVIATION = 147.8;

  /** Keeps the brightest pixel below 256 after the strongest grain: 248 + 7 < 256. */
  private static final int LEVEL = 248;

  private final int width;
  private final int height;

  /** Rows of the upper half; the lower half is its mirror image. */
  private final int[][] corners;

  private final int[] grain;
  private final long seed;

  public Grade(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.seed = seed;
    this.corners = new int[(height + 1) / 2][width];
    for (int y = 0; y < corners.length; y++) {
      double v = (2.0 * y + 1) / height - 1;
      for (int x = 0; x < width; x++) {
        double u = (2.0 * x + 1) / width - 1;
        double edge = Ease.step(0.55, 1.5, Math.sqrt(u * u + v * v));
        corners[y][x] = (int) (LEVEL * (1 - CORNERS * edge));
      }
    }
    this.grain = new int[TILE * TILE];
    Random random = new Random(seed);
    for (int i = 0; i < grain.length; i++) {
      double value = (bytesOf(random.nextInt()) - BYTES_MEAN) * GRAIN_DEVIATION / BYTES_DEVIATION;
      grain[i] = Math.clamp(Math.round(value), -GRAIN_LIMIT, GRAIN_LIMIT);
    }
  }

  /** The sum of four even bytes is nearly normal, and drawn in a fraction of the time. */
  private static int bytesOf(int bits) {
    return (bits & 255) + (bits >>> 8 & 255) + (bits >>> 16 & 255) + (bits >>> 24);
  }

  /** Grades a frame in place; the grain of each frame lies elsewhere. */
  public void apply(int[] frame, int number) {
    Random random = new Random(seed + 7919L * number);
    int shiftX = random.nextInt(TILE);
    int shiftY = random.nextInt(TILE);
    int[] row = new int[width];
    int[] grains = new int[width];
    for (int y = 0; y < height; y++) {
      tile(grains, (y + shiftY & TILE - 1) * TILE, shiftX);
      System.arraycopy(frame, y * width, row, 0, width);
      PixelRows.scale(row, corners[Math.min(y, height - 1 - y)], grains, width);
      System.arraycopy(row, 0, frame, y * width, width);
    }
  }

  private void tile(int[] grains, int row, int shift) {
    int x = 0;
    int column = shift;
    while (x < width) {
      int count = Math.min(TILE - column, width - x);
      System.arraycopy(grain, row + column, grains, x, count);
      x += count;
      column = 0;
    }
  }
}
