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

  /** Keeps the brightest pixel below 256 after the strongest grain: 248 + 7 < 256. */
  private static final int LEVEL = 248;

  private final int width;
  private final int height;
  private final byte[] vignette;
  private final byte[] grain;
  private final long seed;

  public Grade(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.seed = seed;
    this.vignette = new byte[width * height];
    for (int y = 0; y < height; y++) {
      double v = 2.0 * y / height - 1;
      for (int x = 0; x < width; x++) {
        double u = 2.0 * x / width - 1;
        double edge = Ease.step(0.55, 1.5, Math.sqrt(u * u + v * v));
        vignette[y * width + x] = (byte) (LEVEL * (1 - CORNERS * edge));
      }
    }
    this.grain = new byte[TILE * TILE];
    Random random = new Random(seed);
    for (int i = 0; i < grain.length; i++) {
      long value = Math.round(random.nextGaussian() * GRAIN_DEVIATION);
      grain[i] = (byte) Math.max(-GRAIN_LIMIT, Math.min(GRAIN_LIMIT, value));
    }
  }

  /** Grades a frame in place; the grain of each frame lies elsewhere. */
  public void apply(int[] frame, int number) {
    Random random = new Random(seed + 7919L * number);
    int shiftX = random.nextInt(TILE);
    int shiftY = random.nextInt(TILE);
    for (int y = 0; y < height; y++) {
      int row = (y + shiftY & TILE - 1) * TILE;
      int x = 0;
      int column = shiftX;
      while (x < width) {
        int count = Math.min(TILE - column, width - x);
        run(frame, y * width + x, row + column, count);
        x += count;
        column = 0;
      }
    }
  }

  private void run(int[] frame, int target, int source, int count) {
    for (int i = 0; i < count; i++) {
      int pixel = frame[target + i];
      int factor = (vignette[target + i] & 255) + grain[source + i];
      frame[target + i] =
          0xFF000000
              | (((pixel & 0xFF00FF) * factor >>> 8) & 0xFF00FF)
              | (((pixel & 0xFF00) * factor >>> 8) & 0xFF00);
    }
  }
}
