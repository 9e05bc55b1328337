package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.PixelRows;
import io.wan4j.engine.previz.paint.Raster;
import java.util.Arrays;

/** A drawn actor before it stands in the frame, and where in its rectangle it is. */
final class Sprite {
  private final int width;
  private final int height;
  private final int left;
  private final int top;
  private final int[] pixels;
  private final int[] from;
  private final int[] to;

  /**
   * Takes a finished drawing over.
   *
   * @param raster sides are multiples of 4
   * @param left column of the frame on which its first column lies
   * @param top row of the frame on which its first row lies
   */
  Sprite(Raster raster, int left, int top) {
    this.width = raster.width();
    this.height = raster.height();
    this.left = left;
    this.top = top;
    this.pixels = raster.pixels();
    this.from = new int[height];
    this.to = new int[height];
    int[] nothing = new int[width];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int first = Arrays.mismatch(pixels, row, row + width, nothing, 0, width);
      if (first >= 0) {
        int last = width;
        while (pixels[row + last - 1] == 0) {
          last--;
        }
        from[y] = first;
        to[y] = last;
      }
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  /** The live pixels, premultiplied, row by row. */
  int[] pixels() {
    return pixels;
  }

  /** The first column of a row that is painted. */
  int from(int row) {
    return from[row];
  }

  /** The column after the last one of a row that is painted; that of {@link #from} if none is. */
  int to(int row) {
    return to[row];
  }

  /** How much of each block of 2x2 pixels is covered, 0 to 255, row by row. */
  int[] halfAlpha() {
    int halfWidth = width / 2;
    int[] plane = new int[halfWidth * (height / 2)];
    int[] upper = new int[width];
    int[] lower = new int[width];
    for (int y = 0; y + 1 < height; y += 2) {
      int first = Math.min(from[y], from[y + 1]) & -2;
      int end = Math.max(to[y], to[y + 1]);
      if (from[y] == to[y] || from[y + 1] == to[y + 1]) {
        first = Math.max(from[y], from[y + 1]) & -2;
      }
      int count = end - first + 1 & -2;
      if (count == 0) {
        continue;
      }
      System.arraycopy(pixels, y * width + first, upper, 0, count);
      System.arraycopy(pixels, (y + 1) * width + first, lower, 0, count);
      PixelRows.addAlpha(upper, lower, count);
      int target = y / 2 * halfWidth + first / 2;
      for (int x = 0; x < count / 2; x++) {
        plane[target + x] = upper[2 * x] + upper[2 * x + 1] >> 2;
      }
    }
    return plane;
  }

  /** Lays the sprite over a frame. */
  void stamp(int[] frame, int frameWidth, int frameHeight) {
    int[] above = new int[width];
    int[] below = new int[width];
    int last = Math.min(height, frameHeight - top);
    for (int y = Math.max(0, -top); y < last; y++) {
      int first = Math.max(from[y], -left);
      int count = Math.min(to[y], frameWidth - left) - first;
      if (count > 0) {
        int target = (top + y) * frameWidth + left + first;
        System.arraycopy(pixels, y * width + first, above, 0, count);
        System.arraycopy(frame, target, below, 0, count);
        PixelRows.over(above, below, count);
        System.arraycopy(below, 0, frame, target, count);
      }
    }
  }
}
