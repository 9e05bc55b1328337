package io.wan4j.media;

/**
 * Scales a picture with a Lanczos window of three lobes, widened when shrinking so that every
 * source pixel counts (C. E. Duchon, "Lanczos Filtering in One and Two Dimensions", 1979).
 *
 * <p>Works on premultiplied colours, else a transparent pixel's hidden colour would bleed into its
 * neighbours. Rows are widened or narrowed one by one and kept only while a target row needs them.
 */
final class LanczosScaler {
  private static final int LOBES = 3;
  private static final int CHANNELS = 4;

  private final PixelImage source;
  private final Taps columns;
  private final Taps rows;
  private final float[][] ring;

  LanczosScaler(PixelImage source, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("cannot scale to " + width + "x" + height);
    }
    this.source = source;
    this.columns = Taps.of(source.width(), width);
    this.rows = Taps.of(source.height(), height);
    this.ring = new float[rows.widest()][width * CHANNELS];
  }

  PixelImage scale() {
    int width = columns.first().length;
    int height = rows.first().length;
    int[] pixels = new int[width * height];
    float[] line = new float[source.width() * CHANNELS];
    float[] sum = new float[width * CHANNELS];
    int ready = 0;
    for (int y = 0; y < height; y++) {
      float[] weights = rows.weights()[y];
      int first = rows.first()[y];
      for (; ready < first + weights.length; ready++) {
        premultiply(ready, line);
        squeeze(line, ring[ready % ring.length]);
      }
      java.util.Arrays.fill(sum, 0);
      for (int i = 0; i < weights.length; i++) {
        float weight = weights[i];
        float[] row = ring[(first + i) % ring.length];
        for (int x = 0; x < sum.length; x++) {
          sum[x] += weight * row[x];
        }
      }
      pack(sum, pixels, y * width);
    }
    return new PixelImage(width, height, pixels);
  }

  private void premultiply(int y, float[] line) {
    int width = source.width();
    int[] pixels = source.argb();
    for (int x = 0; x < width; x++) {
      int pixel = pixels[y * width + x];
      float alpha = (pixel >>> 24) / 255f;
      line[CHANNELS * x] = alpha * (pixel >> 16 & 255);
      line[CHANNELS * x + 1] = alpha * (pixel >> 8 & 255);
      line[CHANNELS * x + 2] = alpha * (pixel & 255);
      line[CHANNELS * x + 3] = pixel >>> 24;
    }
  }

  private void squeeze(float[] line, float[] into) {
    for (int x = 0; x < columns.first().length; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      float alpha = 0;
      int from = CHANNELS * columns.first()[x];
      for (float weight : columns.weights()[x]) {
        red += weight * line[from];
        green += weight * line[from + 1];
        blue += weight * line[from + 2];
        alpha += weight * line[from + 3];
        from += CHANNELS;
      }
      into[CHANNELS * x] = red;
      into[CHANNELS * x + 1] = green;
      into[CHANNELS * x + 2] = blue;
      into[CHANNELS * x + 3] = alpha;
    }
  }

  private static void pack(float[] sum, int[] pixels, int from) {
    for (int x = 0; x < sum.length / CHANNELS; x++) {
      int alpha = eightBits(sum[CHANNELS * x + 3]);
      if (alpha == 0) {
        continue;
      }
      float scale = 255f / Math.min(255f, sum[CHANNELS * x + 3]);
      pixels[from + x] =
          alpha << 24
              | eightBits(sum[CHANNELS * x] * scale) << 16
              | eightBits(sum[CHANNELS * x + 1] * scale) << 8
              | eightBits(sum[CHANNELS * x + 2] * scale);
    }
  }

  private static int eightBits(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /**
   * Which source samples make each target sample, along one side.
   *
   * @param first the first source sample of each target sample
   * @param weights what each counts; they sum to 1
   */
  private record Taps(int[] first, float[][] weights) {
    static Taps of(int from, int to) {
      double step = (double) from / to;
      double stretch = Math.max(1, step);
      double radius = LOBES * stretch;
      int[] first = new int[to];
      float[][] weights = new float[to][];
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * step - 0.5;
        int low = Math.max(0, (int) Math.ceil(centre - radius));
        int high = Math.min(from - 1, (int) Math.floor(centre + radius));
        double[] raw = new double[high - low + 1];
        double sum = 0;
        for (int k = low; k <= high; k++) {
          raw[k - low] = lanczos((k - centre) / stretch);
          sum += raw[k - low];
        }
        first[i] = low;
        weights[i] = new float[raw.length];
        for (int k = 0; k < raw.length; k++) {
          weights[i][k] = (float) (raw[k] / sum);
        }
      }
      return new Taps(first, weights);
    }

    private static double lanczos(double x) {
      if (Math.abs(x) < 1e-9) {
        return 1;
      }
      if (Math.abs(x) >= LOBES) {
        return 0;
      }
      double angle = Math.PI * x;
      return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
    }

    int widest() {
      int widest = 1;
      for (float[] row : weights) {
        widest = Math.max(widest, row.length);
      }
      return widest;
    }
  }
}
