package io.wan4j.engine.wan.image;

/**
 * Resizes as Pillow does (src/libImaging/Resample.c): a filter as wide as the reduction, first
 * along rows, then along columns, each time rounded to eight bits. The references were trained and
 * checked with this rounding.
 */
public final class Resampling {
  /** Filters with the distance at which they end. */
  public enum Filter {
    BICUBIC(2) {
      /** Keys' cubic with a = -0.5. */
      @Override
      double at(double distance) {
        double x = Math.abs(distance);
        double a = -0.5;
        if (x < 1) {
          return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
      }
    },
    LANCZOS(3) {
      @Override
      double at(double distance) {
        return Math.abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0;
      }
    };

    private final double support;

    Filter(double support) {
      this.support = support;
    }

    abstract double at(double distance);

    private static double sinc(double x) {
      return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
  }

  /** Bits after the point of a weight. */
  private static final int PRECISION = 22;

  private Resampling() {}

  public static RgbImage resize(RgbImage image, int width, int height, Filter filter) {
    RgbImage wide =
        width == image.width()
            ? image
            : new RgbImage(width, image.height(), along(image, width, true, filter));
    return height == image.height()
        ? wide
        : new RgbImage(width, height, along(wide, height, false, filter));
  }

  /**
   * Weights of one output pixel.
   *
   * @param first input pixel that counts
   */
  private record Window(int first, int[] weights) {}

  private static byte[] along(RgbImage image, int size, boolean rows, Filter filter) {
    int lines = rows ? image.height() : image.width();
    int step = rows ? 3 : 3 * image.width();
    int outWidth = rows ? size : image.width();
    byte[] in = image.rgb();
    byte[] out = new byte[3 * size * lines];
    Window[] windows = windows(rows ? image.width() : image.height(), size, filter);
    for (int line = 0; line < lines; line++) {
      int start = rows ? 3 * line * image.width() : 3 * line;
      for (int i = 0; i < size; i++) {
        int target = rows ? 3 * (line * outWidth + i) : 3 * (i * outWidth + line);
        for (int c = 0; c < 3; c++) {
          out[target + c] = weigh(in, start + c, step, windows[i]);
        }
      }
    }
    return out;
  }

  private static byte weigh(byte[] in, int start, int step, Window window) {
    int sum = 1 << (PRECISION - 1);
    for (int k = 0; k < window.weights().length; k++) {
      sum += (in[start + (window.first() + k) * step] & 0xFF) * window.weights()[k];
    }
    return (byte) Math.max(0, Math.min(255, sum >> PRECISION));
  }

  private static Window[] windows(int inSize, int outSize, Filter filter) {
    double scale = (double) inSize / outSize;
    double filterScale = Math.max(scale, 1);
    double support = filter.support * filterScale;
    Window[] windows = new Window[outSize];
    for (int i = 0; i < outSize; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(inSize, (int) (centre + support + 0.5));
      double[] weights = new double[end - first];
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        weights[k] = filter.at((k + first - centre + 0.5) / filterScale);
        sum += weights[k];
      }
      int[] fixed = new int[weights.length];
      for (int k = 0; k < fixed.length; k++) {
        double weight = weights[k] / sum * (1 << PRECISION);
        fixed[k] = (int) (weight + (weight < 0 ? -0.5 : 0.5));
      }
      windows[i] = new Window(first, fixed);
    }
    return windows;
  }
}
