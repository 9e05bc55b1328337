package io.wan4j.engine;

/** Makes frames smaller: each pixel is the mean of the pixels that it stands for. */
final class FrameReduction {
  private FrameReduction() {}

  /** The frame itself where its longest side fits; else a smaller one of nearly the same shape. */
  static Frame fitting(Frame frame, int longestSide) {
    FrameSize size = frame.size();
    FrameSize target = size.within(longestSide);
    if (target.equals(size)) {
      return frame;
    }
    Frame small = new Frame(target);
    int width = small.size().width();
    int height = small.size().height();
    reduce(frame.luma(), size.width(), size.height(), small.luma(), width, height);
    reduceChroma(frame.chromaBlue(), size, small.chromaBlue(), small.size());
    reduceChroma(frame.chromaRed(), size, small.chromaRed(), small.size());
    return small;
  }

  private static void reduceChroma(byte[] plane, FrameSize from, byte[] small, FrameSize to) {
    reduce(plane, from.width() / 2, from.height() / 2, small, to.width() / 2, to.height() / 2);
  }

  private static void reduce(
      byte[] plane, int width, int height, byte[] small, int smallWidth, int smallHeight) {
    for (int y = 0; y < smallHeight; y++) {
      int top = y * height / smallHeight;
      int bottom = Math.max(top + 1, (y + 1) * height / smallHeight);
      for (int x = 0; x < smallWidth; x++) {
        int left = x * width / smallWidth;
        int right = Math.max(left + 1, (x + 1) * width / smallWidth);
        int sum = 0;
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            sum += plane[row * width + column] & 255;
          }
        }
        int count = (bottom - top) * (right - left);
        small[y * smallWidth + x] = (byte) ((sum + count / 2) / count);
      }
    }
  }
}
