package io.wan4j.engine.previz.picture;

/** Smooth random hills of several sizes, the same for the same seed (value noise in octaves). */
final class SoftNoise {
  private final int seed;

  SoftNoise(long seed) {
    this.seed = (int) (seed * 0x9E3779B1L >>> 7);
  }

  /** About 0 to 1; one hill is one unit wide. */
  double at(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0;
    double share = 0.5;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += share * single(x * scale + i * 17.3, y * scale + i * 9.1);
      weight += share;
      share /= 2;
      scale *= 2;
    }
    return sum / weight;
  }

  private double single(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = Easing.smooth(x - left);
    double down = Easing.smooth(y - top);
    double upper = corner(left, top) + (corner(left + 1, top) - corner(left, top)) * across;
    double lower =
        corner(left, top + 1) + (corner(left + 1, top + 1) - corner(left, top + 1)) * across;
    return upper + (lower - upper) * down;
  }

  private double corner(int x, int y) {
    int hash = x * 0x27D4EB2D ^ y * 0x165667B1 ^ seed;
    hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
    return (hash >>> 8 & 0xFFFF) / 65535.0;
  }
}
