package io.wan4j.engine;

import java.lang.foreign.MemorySegment;

/**
 * Turns packed pixels {@code 0x??RRGGBB} into the planes of a frame.
 *
 * <p>BT.709 luma and colour difference weights (ITU-R BT.709-6, 3.2 and 3.3), scaled to the limited
 * range of 3.4 and rounded in 16-bit fixed point; chroma is the mean of each 2x2 block.
 *
 * <p>Two rows at a time are copied to the front of small arrays and the loops are kept short, each
 * array at the same index: so HotSpot makes vector instructions of them. That halves the time. For
 * chroma two neighbours lie in one long, where they can be summed without picking them out: a third
 * of the time again.
 */
final class FrameColours {
  private static final long EVERY_OTHER = 0x00FF00FF00FF00FFL;

  private final int width;
  private final int[] top;
  private final int[] bottom;
  private final int[] values;
  private final byte[] bytes;
  private final Pairs upper;
  private final Pairs lower;
  private final int[] redBlue;
  private final int[] green;

  FrameColours(int width) {
    this.width = width;
    this.top = new int[width];
    this.bottom = new int[width];
    this.values = new int[width];
    this.bytes = new byte[width];
    this.upper = new Pairs(width / 2);
    this.lower = new Pairs(width / 2);
    this.redBlue = new int[width / 2];
    this.green = new int[width / 2];
  }

  /** A row of pixels, two in a long. */
  private record Pairs(long[] row, MemorySegment memory) {
    Pairs(long[] row) {
      this(row, MemorySegment.ofArray(row));
    }

    Pairs(int count) {
      this(new long[count]);
    }

    void read(MemorySegment pixels, int from) {
      MemorySegment.copy(
          pixels, (long) from * Integer.BYTES, memory, 0, (long) row.length * Long.BYTES);
    }
  }

  void convert(int[] pixels, Frame into) {
    int height = into.size().height();
    int half = width >> 1;
    MemorySegment memory = MemorySegment.ofArray(pixels);
    for (int y = 0; y < height; y += 2) {
      System.arraycopy(pixels, y * width, top, 0, width);
      System.arraycopy(pixels, (y + 1) * width, bottom, 0, width);
      luma(top, values, width);
      store(values, into.luma(), y * width, width);
      luma(bottom, values, width);
      store(values, into.luma(), (y + 1) * width, width);
      upper.read(memory, y * width);
      lower.read(memory, (y + 1) * width);
      sums(upper.row(), lower.row(), redBlue, green, half);
      int chroma = (y >> 1) * half;
      difference(redBlue, green, -6596, -22189, 28784, values, half);
      store(values, into.chromaBlue(), chroma, half);
      difference(redBlue, green, 28784, -26145, -2639, values, half);
      store(values, into.chromaRed(), chroma, half);
    }
  }

  private static void luma(int[] row, int[] luma, int count) {
    for (int x = 0; x < count; x++) {
      int rgb = row[x];
      int red = rgb >> 16 & 255;
      int green = rgb >> 8 & 255;
      int blue = rgb & 255;
      luma[x] = (11966 * red + 40254 * green + 4064 * blue + (16 << 16) + (1 << 15)) >> 16;
    }
  }

  /** The sums of blocks of 2x2: of red in the upper half of an int and blue in the lower, green. */
  private static void sums(long[] upper, long[] lower, int[] redBlue, int[] green, int count) {
    for (int x = 0; x < count; x++) {
      long above = upper[x];
      long below = lower[x];
      long outer = (above & EVERY_OTHER) + (below & EVERY_OTHER);
      long inner = (above >>> 8 & EVERY_OTHER) + (below >>> 8 & EVERY_OTHER);
      redBlue[x] = (int) (outer + (outer >>> 32));
      green[x] = (int) (inner + (inner >>> 32));
    }
  }

  /** The mean colour difference of every block, by the weights of the three colours. */
  private static void difference(
      int[] redBlue, int[] green, int red, int greens, int blue, int[] chroma, int count) {
    for (int x = 0; x < count; x++) {
      int both = redBlue[x];
      int sum = red * (both >>> 16) + greens * (green[x] & 0xFFFF) + blue * (both & 0xFFFF);
      chroma[x] = (sum + (128 << 18) + (1 << 17)) >> 18;
    }
  }

  private void store(int[] row, byte[] plane, int at, int count) {
    narrow(row, bytes, count);
    System.arraycopy(bytes, 0, plane, at, count);
  }

  private static void narrow(int[] row, byte[] bytes, int count) {
    for (int x = 0; x < count; x++) {
      bytes[x] = (byte) row[x];
    }
  }
}
