package io.wan4j.engine;

/**
 * The size of a film's frames in pixels.
 *
 * <p>Both sides are even, because films are stored with chroma at half the resolution (4:2:0).
 *
 * @param width pixels, even, 16 to 8192
 * @param height pixels, even, 16 to 8192
 */
public record FrameSize(int width, int height) {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 8192;

  public FrameSize {
    check("width", width);
    check("height", height);
  }

  private static void check(String side, int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST || pixels % 2 != 0) {
      throw new IllegalArgumentException(
          "frame " + side + " must be even and " + SMALLEST + " to " + LARGEST + ", was " + pixels);
    }
  }

  public int pixels() {
    return width * height;
  }

  /**
   * This size where its longest side is short enough; else a smaller one of nearly the same shape.
   *
   * @param longest pixels, even
   */
  public FrameSize within(int longest) {
    int side = Math.max(width, height);
    return side <= longest
        ? this
        : new FrameSize(reduced(width, longest, side), reduced(height, longest, side));
  }

  private static int reduced(int pixels, int longest, int side) {
    return Math.max(SMALLEST, 2 * Math.round(pixels * (longest / 2f) / side));
  }

  /** Width divided by height. */
  public double aspect() {
    return (double) width / height;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
