package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.PixelRows;
import io.wan4j.engine.previz.paint.Raster;
import java.util.Arrays;

/** A drawn actor before it stands in the frame, and where in its rectangle it is. */
final class Sprite {
  /** Shadows and lit edges are made of blocks of 2 and 4 pixels. */
  static final int GRID = 8;

  private final int width;
  private final int height;
  private final int left;
  private final int top;
  private final int[] pixels;
  private final int[] from;
  private final int[] to;

  /**
   * Cuts a finished drawing out of its canvas, which is several times as large as what is drawn.
   *
   * @param raster sides are multiples of {@link #GRID}
   * @param left column of the frame on which its first column lies
   * @param top row of the frame on which its first row lies
   * @param margin that is kept around the drawing where the canvas has it
   */
  Sprite(Raster raster, int left, int top, int margin) {
    int canvasWidth = raster.width();
    int[] starts = new int[raster.height()];
    int[] ends = new int[raster.height()];
    measure(raster, starts, ends);
    int first = canvasWidth;
    int last = 0;
    int upper = raster.height();
    int lower = 0;
    for (int y = 0; y < raster.height(); y++) {
      if (ends[y] > starts[y]) {
        first = Math.min(first, starts[y]);
        last = Math.max(last, ends[y]);
        upper = Math.min(upper, y);
        lower = y + 1;
      }
    }
    // What is kept begins on the grid: blocks of pixels are the same as in the whole canvas.
    int cutLeft = Math.max(0, Math.min(first, last) - margin) / GRID * GRID;
    int cutTop = Math.max(0, Math.min(upper, lower) - margin) / GRID * GRID;
    this.width = Math.min(canvasWidth - cutLeft, onGrid(last + margin - cutLeft));
    this.height = Math.min(raster.height() - cutTop, onGrid(lower + margin - cutTop));
    this.left = left + cutLeft;
    this.top = top + cutTop;
    this.pixels = new int[width * height];
    this.from = new int[height];
    this.to = new int[height];
    for (int y = Math.max(upper, cutTop); y < lower; y++) {
      int row = y - cutTop;
      if (ends[y] > starts[y]) {
        from[row] = starts[y] - cutLeft;
        to[row] = ends[y] - cutLeft;
        System.arraycopy(
            raster.pixels(),
            y * canvasWidth + starts[y],
            pixels,
            row * width + from[row],
            ends[y] - starts[y]);
      }
    }
  }

  private static int onGrid(int length) {
    return (length + GRID - 1) / GRID * GRID;
  }

  /** Finds the first painted column of every row and the column after the last. */
  private static void measure(Raster raster, int[] starts, int[] ends) {
    int width = raster.width();
    int[] pixels = raster.pixels();
    int[] nothing = new int[width];
    for (int y = 0; y < raster.height(); y++) {
      int row = y * width;
      int first = Arrays.mismatch(pixels, row, row + width, nothing, 0, width);
      if (first >= 0) {
        int last = width;
        while (pixels[row + last - 1] == 0) {
          last--;
        }
        starts[y] = first;
        ends[y] = last;
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

  /** Lays the sprite over rows {@code start} to {@code end} (exclusive) of a frame. */
  void stamp(int[] frame, int frameWidth, int start, int end) {
    int[] above = new int[width];
    int[] below = new int[width];
    int last = Math.min(height, end - top);
    for (int y = Math.max(0, start - top); y < last; y++) {
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
