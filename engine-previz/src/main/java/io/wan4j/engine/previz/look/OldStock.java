package io.wan4j.engine.previz.look;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.paint.Noise;

/** What the years do to film: flicker, scratches, specks, coarse grain, dark corners. */
final class OldStock implements Finish {
  private final int width;
  private final int height;
  private final double grain;
  private final boolean worn;
  private final int seed;

  /**
   * @param grain strength of the grain, share of full brightness
   * @param worn whether there are scratches and specks
   */
  OldStock(FrameSize size, double grain, boolean worn, long seed) {
    this.width = size.width();
    this.height = size.height();
    this.grain = grain;
    this.worn = worn;
    this.seed = (int) seed;
  }

  @Override
  public void apply(int[] argb, int frame) {
    int flicker = worn ? (int) (256 * (0.05 * (Noise.hash(frame, 1, seed) - 0.5))) : 0;
    int amount = (int) (255 * grain);
    int mess = frame * 7919 + seed;
    for (int y = 0; y < height; y++) {
      double v = (y - height / 2.0) / height;
      for (int x = 0; x < width; x++) {
        double u = (x - width / 2.0) / width;
        int corner = (int) (256 * Math.min(0.7, 1.1 * (u * u + v * v)));
        mess = mess * 1664525 + 1013904223;
        int noise = ((mess >>> 24) - 128) * amount >> 7;
        int i = y * width + x;
        int factor = 256 - corner + flicker;
        int pixel = argb[i];
        int red = Toning.clamp(((pixel >> 16 & 255) * factor >> 8) + noise);
        int green = Toning.clamp(((pixel >> 8 & 255) * factor >> 8) + noise);
        int blue = Toning.clamp(((pixel & 255) * factor >> 8) + noise);
        argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
    if (worn) {
      scratches(argb, frame);
    }
  }

  private void scratches(int[] argb, int frame) {
    int held = frame / 7;
    for (int i = 0; i < 2; i++) {
      if (Noise.hash(held, 20 + i, seed) < 0.55) {
        int x = (int) (width * Noise.hash(held, 30 + i, seed));
        int drift = (int) (2 * Noise.hash(frame, 40 + i, seed));
        int column = Math.min(width - 1, x + drift);
        for (int y = 0; y < height; y++) {
          lighten(argb, y * width + column, 34);
        }
      }
    }
    int specks = (int) (6 * Noise.hash(frame, 50, seed));
    for (int i = 0; i < specks; i++) {
      int x = (int) (width * Noise.hash(frame, 60 + i, seed));
      int y = (int) (height * Noise.hash(frame, 80 + i, seed));
      int r = 1 + (int) (height / 300.0 * Noise.hash(frame, 100 + i, seed));
      int change = Noise.hash(frame, 120 + i, seed) < 0.5 ? -90 : 80;
      for (int row = Math.max(0, y - r); row < Math.min(height, y + r); row++) {
        for (int column = Math.max(0, x - r); column < Math.min(width, x + r); column++) {
          lighten(argb, row * width + column, change);
        }
      }
    }
  }

  private static void lighten(int[] argb, int at, int change) {
    int pixel = argb[at];
    int red = Toning.clamp((pixel >> 16 & 255) + change);
    int green = Toning.clamp((pixel >> 8 & 255) + change);
    int blue = Toning.clamp((pixel & 255) + change);
    argb[at] = 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
