package io.wan4j.engine.previz.look;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.paint.Blur;

/** Light that spills from what is bright, as through mist or a soft lens. */
final class Glow implements Finish {
  private static final int STEP = 4;

  private final int width;
  private final int height;
  private final int threshold;
  private final int strength;
  private final int radius;

  /**
   * @param threshold brightness, of 255, from which something glows
   * @param strength 0 to 1
   */
  Glow(FrameSize size, int threshold, double strength) {
    this.width = size.width();
    this.height = size.height();
    this.threshold = threshold;
    this.strength = (int) (256 * strength);
    this.radius = Math.max(2, size.height() / 60);
  }

  @Override
  public void apply(int[] argb, int frame) {
    int w = width / STEP;
    int h = height / STEP;
    int[][] planes = new int[3][w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int pixel = argb[(y * STEP + 1) * width + x * STEP + 1];
        int brightest =
            Math.max(pixel >> 16 & 255, Math.max(pixel >> 8 & 255, pixel & 255)) - threshold;
        if (brightest > 0) {
          int share = 256 * brightest / (256 - threshold);
          planes[0][y * w + x] = (pixel >> 16 & 255) * share >> 8;
          planes[1][y * w + x] = (pixel >> 8 & 255) * share >> 8;
          planes[2][y * w + x] = (pixel & 255) * share >> 8;
        }
      }
    }
    for (int[] plane : planes) {
      Blur.softenPlane(plane, w, h, Math.max(1, radius / STEP));
      Blur.softenPlane(plane, w, h, Math.max(1, radius / STEP));
    }
    for (int y = 0; y < height; y++) {
      int row = Math.min(h - 1, y / STEP) * w;
      for (int x = 0; x < width; x++) {
        int at = row + Math.min(w - 1, x / STEP);
        int i = y * width + x;
        int pixel = argb[i];
        int red = Toning.clamp((pixel >> 16 & 255) + (planes[0][at] * strength >> 8));
        int green = Toning.clamp((pixel >> 8 & 255) + (planes[1][at] * strength >> 8));
        int blue = Toning.clamp((pixel & 255) + (planes[2][at] * strength >> 8));
        argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
  }
}
