package io.wan4j.engine.previz.look;

import io.wan4j.engine.FrameSize;

/**
 * Strokes of a brush: each pixel takes the mean of the calmest of four neighbourhoods (Kuwahara and
 * others, Processing of RI-angiocardiographic images, 1976), so that areas become flat and edges
 * stay. Worked out at half size, by sums over the picture.
 */
final class Brushwork implements Finish {
  private final int width;
  private final int height;
  private final int radius;

  /**
   * @param radius of a stroke in pixels of a picture 720 high
   */
  Brushwork(FrameSize size, double radius) {
    this.width = size.width() / 2;
    this.height = size.height() / 2;
    this.radius = (int) Math.max(1, Math.round(radius * size.height() / 1440.0));
  }

  @Override
  public void apply(int[] argb, int frame) {
    int stride = width + 1;
    int[] red = new int[stride * (height + 1)];
    int[] green = new int[red.length];
    int[] blue = new int[red.length];
    long[] squares = new long[red.length];
    int full = 2 * width;
    for (int y = 0; y < height; y++) {
      int rowRed = 0;
      int rowGreen = 0;
      int rowBlue = 0;
      long rowSquares = 0;
      for (int x = 0; x < width; x++) {
        int pixel = argb[2 * y * full + 2 * x];
        int r = pixel >> 16 & 255;
        int g = pixel >> 8 & 255;
        int b = pixel & 255;
        rowRed += r;
        rowGreen += g;
        rowBlue += b;
        rowSquares += r * r + g * g + b * b;
        int at = (y + 1) * stride + x + 1;
        red[at] = red[at - stride] + rowRed;
        green[at] = green[at - stride] + rowGreen;
        blue[at] = blue[at - stride] + rowBlue;
        squares[at] = squares[at - stride] + rowSquares;
      }
    }
    int[] out = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double calmest = Double.MAX_VALUE;
        for (int part = 0; part < 4; part++) {
          int left = Math.max(0, part % 2 == 0 ? x - radius : x);
          int right = Math.min(width, part % 2 == 0 ? x + 1 : x + radius + 1);
          int top = Math.max(0, part < 2 ? y - radius : y);
          int bottom = Math.min(height, part < 2 ? y + 1 : y + radius + 1);
          int count = (right - left) * (bottom - top);
          int a = top * stride + left;
          int b = top * stride + right;
          int c = bottom * stride + left;
          int d = bottom * stride + right;
          double r = (double) (red[d] - red[b] - red[c] + red[a]) / count;
          double g = (double) (green[d] - green[b] - green[c] + green[a]) / count;
          double l = (double) (blue[d] - blue[b] - blue[c] + blue[a]) / count;
          double spread =
              (double) (squares[d] - squares[b] - squares[c] + squares[a]) / count
                  - (r * r + g * g + l * l);
          if (spread < calmest) {
            calmest = spread;
            out[y * width + x] = (int) r << 16 | (int) g << 8 | (int) l;
          }
        }
      }
    }
    enlarge(out, argb);
  }

  private void enlarge(int[] small, int[] argb) {
    int full = 2 * width;
    for (int y = 0; y < 2 * height; y++) {
      int row = y / 2;
      int otherRow = Math.max(0, Math.min(height - 1, row + (y % 2 == 0 ? -1 : 1)));
      for (int x = 0; x < full; x++) {
        int column = x / 2;
        int otherColumn = Math.max(0, Math.min(width - 1, column + (x % 2 == 0 ? -1 : 1)));
        int near = small[row * width + column];
        int beside = small[row * width + otherColumn];
        int below = small[otherRow * width + column];
        argb[y * full + x] =
            0xFF000000
                | mean(near, beside, below, 16)
                | mean(near, beside, below, 8)
                | mean(near, beside, below, 0);
      }
    }
  }

  private static int mean(int a, int b, int c, int shift) {
    return (2 * (a >> shift & 255) + (b >> shift & 255) + (c >> shift & 255)) / 4 << shift;
  }
}
