package io.wan4j.engine.previz.look;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.paint.Noise;

/** What a picture is painted on or made of: paper, canvas, clay, felt. It stays where it is. */
final class Surface implements Finish {
  /** Kinds of surface. */
  enum Kind {
    PAPER,
    CANVAS,
    CLAY,
    FELT
  }

  private final byte[] relief;

  Surface(FrameSize size, Kind kind, double strength) {
    int width = size.width();
    relief = new byte[size.pixels()];
    double unit = 720.0 / size.height();
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < width; x++) {
        double value = value(kind, x * unit, y * unit) * strength;
        relief[y * width + x] = (byte) Math.max(-100, Math.min(100, Math.round(100 * value)));
      }
    }
  }

  private static double value(Kind kind, double x, double y) {
    double period = 4096;
    return switch (kind) {
      case PAPER ->
          0.6 * (Noise.fractal(x / 5, y / 5, (int) period, 3, 3) - 0.5)
              + 0.5 * (Noise.fractal(x / 60, y / 60, (int) period, 5, 3) - 0.5);
      case CANVAS ->
          0.5 * (Noise.fractal(x / 26, y / 3, (int) period, 7, 3) - 0.5)
              + 0.5 * (Noise.fractal(x / 3, y / 26, (int) period, 8, 3) - 0.5);
      case CLAY ->
          0.9 * (Noise.fractal(x / 22, y / 22, (int) period, 9, 3) - 0.5)
              - 0.9 * (Noise.fractal(x / 22 + 0.14, y / 22 + 0.14, (int) period, 9, 3) - 0.5)
              + 0.12 * (Noise.fractal(x / 60, y / 60, (int) period, 19, 2) - 0.5);
      case FELT ->
          0.8 * (Noise.fractal(x / 3, y / 9, (int) period, 11, 3) - 0.5)
              + 0.8 * (Noise.fractal(x / 9, y / 3, (int) period, 13, 3) - 0.5);
    };
  }

  @Override
  public void apply(int[] argb, int frame) {
    for (int i = 0; i < argb.length; i++) {
      int factor = 256 + relief[i] * 256 / 100;
      int pixel = argb[i];
      int red = Math.min(255, (pixel >> 16 & 255) * factor >> 8);
      int green = Math.min(255, (pixel >> 8 & 255) * factor >> 8);
      int blue = Math.min(255, (pixel & 255) * factor >> 8);
      argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
  }
}
