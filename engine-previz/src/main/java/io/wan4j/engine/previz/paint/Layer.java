package io.wan4j.engine.previz.paint;

/**
 * A painted layer, ready to be composited: premultiplied pixels that repeat along x. Every row
 * carries one more pixel, a copy of its first, so that the sampler finds a right neighbour.
 *
 * @param width pixels after which the layer repeats
 * @param top the row of the frame at which the layer begins when the camera is at home
 * @param solids for every row whether no pixel of it is see-through
 * @param opaque whether no pixel is see-through
 * @param filled for every row and every {@link #BLOCK} pixels of it, the number of the next block
 *     that holds anything, so that the compositor can leap over what is empty
 */
public record Layer(
    int[] pixels,
    int width,
    int height,
    int top,
    boolean[] solids,
    boolean opaque,
    short[] filled) {
  /** Pixels of a block, as a shift. */
  static final int BLOCK = 4;

  /** Blocks of a row. */
  int blocks() {
    return (width >> BLOCK) + 1;
  }

  /** Whether no pixel of a row is see-through. */
  boolean solid(int row) {
    return solids[row];
  }

  public int stride() {
    return width + 1;
  }

  /**
   * Makes a layer of a painting, cut to the rows that hold something.
   *
   * @param top the row of the frame that the painting's first row belongs to
   */
  public static Layer of(Raster painting, int top) {
    int width = painting.width();
    int[] source = painting.pixels();
    int first = 0;
    int last = painting.height() - 1;
    while (first < last && empty(source, first, width)) {
      first++;
    }
    while (last > first && empty(source, last, width)) {
      last--;
    }
    int height = last - first + 1;
    int[] pixels = new int[(width + 1) * height];
    boolean[] solids = new boolean[height];
    boolean opaque = true;
    for (int y = 0; y < height; y++) {
      int from = (first + y) * width;
      int to = y * (width + 1);
      System.arraycopy(source, from, pixels, to, width);
      pixels[to + width] = source[from];
      solids[y] = solid(source, from, width);
      opaque &= solids[y];
    }
    short[] filled = filled(pixels, width, height);
    return new Layer(pixels, width, height, top + first, solids, opaque, filled);
  }

  private static boolean solid(int[] pixels, int from, int width) {
    for (int x = from; x < from + width; x++) {
      if (pixels[x] >>> 24 != 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean empty(int[] pixels, int row, int width) {
    for (int x = 0; x < width; x++) {
      if (pixels[row * width + x] != 0) {
        return false;
      }
    }
    return true;
  }

  private static short[] filled(int[] pixels, int width, int height) {
    int blocks = (width >> BLOCK) + 1;
    short[] filled = new short[blocks * height];
    for (int y = 0; y < height; y++) {
      int row = y * (width + 1);
      int next = blocks;
      for (int block = blocks - 1; block >= 0; block--) {
        int from = block << BLOCK;
        // one pixel more: the sampler looks at the right neighbour too
        int to = Math.min(width, from + (1 << BLOCK));
        int any = 0;
        for (int x = from; x <= to; x++) {
          any |= pixels[row + x];
        }
        next = any != 0 ? block : next;
        filled[y * blocks + block] = (short) next;
      }
    }
    return filled;
  }
}
