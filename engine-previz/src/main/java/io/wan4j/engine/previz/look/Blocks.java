package io.wan4j.engine.previz.look;

import io.wan4j.engine.FrameSize;

/** Square pixels, large as in the games of the 1980s, in few colours with an ordered dither. */
final class Blocks implements Finish {
  private static final int ROWS = 144;

  /**
   * The order in which the pixels of a field change to the next colour (Bayer: An optimum method
   * for two-level rendition of continuous-tone pictures, 1973).
   */
  private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  private static final int STEP = 24;

  private final int width;
  private final int height;
  private final int side;

  Blocks(FrameSize size) {
    this.width = size.width();
    this.height = size.height();
    this.side = Math.max(2, Math.min(width, height) / ROWS);
  }

  @Override
  public void apply(int[] argb, int frame) {
    for (int top = 0; top < height; top += side) {
      for (int left = 0; left < width; left += side) {
        block(argb, left, top, Math.min(width, left + side), Math.min(height, top + side));
      }
    }
  }

  private void block(int[] argb, int left, int top, int right, int bottom) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = argb[y * width + x];
        red += pixel >> 16 & 255;
        green += pixel >> 8 & 255;
        blue += pixel & 255;
      }
    }
    int count = (right - left) * (bottom - top);
    int dither = Math.floorDiv((2 * BAYER[top / side % 4 * 4 + left / side % 4] - 15) * STEP, 32);
    int colour =
        0xFF000000
            | level(red / count + dither) << 16
            | level(green / count + dither) << 8
            | level(blue / count + dither);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        argb[y * width + x] = colour;
      }
    }
  }

  private static int level(int value) {
    return Math.max(0, Math.min(255, (value + STEP / 2) / STEP * STEP));
  }
}
