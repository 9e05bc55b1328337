package io.wan4j.media;

import io.wan4j.engine.Frame;

/** How alike two frames of the same size are, judged by their luma. */
public final class Similarity {
  /** What {@link #decibels} says of equal frames. */
  public static final double EQUAL = 100;

  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double PEAK = 255;

  /** The constants of the SSIM paper: (0.01 L)^2 and (0.03 L)^2 with L = 255. */
  private static final double STEADY_MEAN = 6.5025;

  private static final double STEADY_VARIANCE = 58.5225;

  private Similarity() {}

  /** Peak signal to noise ratio in dB: above 40 hardly visible, below 30 plainly; at most 100. */
  public static double decibels(Frame one, Frame other) {
    checkSizes(one, other);
    byte[] a = one.luma();
    byte[] b = other.luma();
    long squares = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = (a[i] & 255) - (b[i] & 255);
      squares += difference * difference;
    }
    if (squares == 0) {
      return EQUAL;
    }
    return Math.min(EQUAL, 10 * Math.log10(PEAK * PEAK * a.length / squares));
  }

  /**
   * Structural similarity, 1 for equal frames, about 0 for unrelated ones: the mean over windows of
   * 8x8 pixels, four apart (Z. Wang and others, "Image Quality Assessment: From Error Visibility to
   * Structural Similarity", IEEE Transactions on Image Processing 13, 2004, equation 13).
   */
  public static double ssim(Frame one, Frame other) {
    checkSizes(one, other);
    int width = one.size().width();
    int height = one.size().height();
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + WINDOW <= height; y += STEP) {
      for (int x = 0; x + WINDOW <= width; x += STEP) {
        sum += window(one.luma(), other.luma(), y * width + x, width);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(byte[] one, byte[] other, int from, int width) {
    int sumA = 0;
    int sumB = 0;
    int squaresA = 0;
    int squaresB = 0;
    int products = 0;
    for (int y = 0; y < WINDOW; y++) {
      int row = from + y * width;
      for (int x = 0; x < WINDOW; x++) {
        int a = one[row + x] & 255;
        int b = other[row + x] & 255;
        sumA += a;
        sumB += b;
        squaresA += a * a;
        squaresB += b * b;
        products += a * b;
      }
    }
    double count = WINDOW * WINDOW;
    double meanA = sumA / count;
    double meanB = sumB / count;
    double varianceA = squaresA / count - meanA * meanA;
    double varianceB = squaresB / count - meanB * meanB;
    double covariance = products / count - meanA * meanB;
    return (2 * meanA * meanB + STEADY_MEAN)
        * (2 * covariance + STEADY_VARIANCE)
        / ((meanA * meanA + meanB * meanB + STEADY_MEAN)
            * (varianceA + varianceB + STEADY_VARIANCE));
  }

  private static void checkSizes(Frame one, Frame other) {
    if (!one.size().equals(other.size())) {
      throw new IllegalArgumentException(
          "cannot compare a frame of " + one.size() + " with one of " + other.size());
    }
  }
}
