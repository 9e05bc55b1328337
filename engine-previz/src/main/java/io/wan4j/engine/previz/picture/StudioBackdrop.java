package io.wan4j.engine.previz.picture;

/** A photographer's paper backdrop: a soft light on the wall, a floor without an edge. */
final class StudioBackdrop {
  private StudioBackdrop() {}

  static Plate paint(int width, int height, long seed) {
    int[] pixels = new int[width * height];
    SoftNoise noise = new SoftNoise(seed);
    double warm = (seed % 5 - 2) * 2.5;
    for (int y = 0; y < height; y++) {
      double v = (double) y / height;
      double floor = Easing.smooth((v - 0.66) / 0.2);
      for (int x = 0; x < width; x++) {
        double u = (double) x / width - 0.5;
        double light = Math.exp(-(u * u / 0.16 + (v - 0.42) * (v - 0.42) / 0.14));
        double tone = 92 + 112 * light * (1 - 0.35 * floor) + 34 * floor * (1 - 1.4 * u * u);
        tone += 5 * (noise.at(6.0 * x / height, 6.0 * y / height, 3) - 0.5);
        int red = (int) Math.clamp(tone + warm, 0, 255);
        int green = (int) Math.clamp(tone * 0.99, 0, 255);
        int blue = (int) Math.clamp(tone * 1.01 - warm, 0, 255);
        pixels[y * width + x] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
    return new Plate(width, height, pixels);
  }
}
