package io.wan4j.engine.previz.paint;

/**
 * Value noise that repeats along x, so that what is painted with it joins at the sides of a layer.
 * A pure function of place and seed.
 */
public final class Noise {
  private Noise() {}

  /** An even hash of a lattice point, 0 to 1. */
  public static double hash(int x, int y, int seed) {
    int h = x * 374761393 + y * 668265263 + seed * 1442695041;
    h = (h ^ (h >>> 13)) * 1274126177;
    h ^= h >>> 16;
    return (h & 0xFFFFFF) / (double) 0x1000000;
  }

  /**
   * Smooth noise, 0 to 1.
   *
   * @param cells after how many units of x the noise repeats
   */
  public static double smooth(double x, double y, int cells, int seed) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    double fx = x - xi;
    double fy = y - yi;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    // Most calls lie within one round, and a division costs as much as all the rest.
    int left = xi >= 0 && xi < cells ? xi : Math.floorMod(xi, cells);
    int right = left + 1 == cells ? 0 : left + 1;
    double a = hash(left, yi, seed);
    double b = hash(right, yi, seed);
    double c = hash(left, yi + 1, seed);
    double d = hash(right, yi + 1, seed);
    return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
  }

  /** Noise in {@code octaves} sizes, each half the one before, 0 to 1. */
  public static double fractal(double x, double y, int cells, int seed, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    for (int i = 0; i < octaves; i++) {
      sum += weight * smooth(x, y, cells, seed + 17 * i);
      total += weight;
      weight *= 0.5;
      x *= 2;
      y *= 2;
      cells *= 2;
    }
    return sum / total;
  }

  /** Smooth noise along one axis, for a hand that is never still; -1 to 1. */
  public static double wander(double t, int seed) {
    return 2 * smooth(t, 0.5, 1 << 20, seed) - 1;
  }
}
