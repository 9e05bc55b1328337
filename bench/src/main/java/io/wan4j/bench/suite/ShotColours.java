package io.wan4j.bench.suite;

/**
 * The colours of some frames of a shot, added up.
 *
 * <p>Brightness is the mean luma, 0 to 1. Warmth is how much redder than blue the picture is, -1 to
 * 1. Hue is the mean direction of all colour, weighted by how strong it is: degrees, red 0, green
 * 120, blue 240; saturation is how much of it there is.
 */
public final class ShotColours {
  private static final int GRID_COLUMNS = 16;
  private static final int GRID_ROWS = 9;

  private final double[] grid = new double[3 * GRID_COLUMNS * GRID_ROWS];
  private long pixels;
  private double luma;
  private double warmth;
  private double hueX;
  private double hueY;
  private double groundX;
  private double groundY;
  private double saturation;
  private int frames;

  /** Adds a frame of packed pixels. */
  void add(int[] rgb, int width, int height) {
    frames++;
    double cell = (double) GRID_COLUMNS * GRID_ROWS / (width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = rgb[y * width + x];
        double red = (pixel >> 16 & 255) / 255.0;
        double green = (pixel >> 8 & 255) / 255.0;
        double blue = (pixel & 255) / 255.0;
        double light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        luma += light;
        warmth += red - blue;
        // the two colour axes of a hexagon: red at 0, green at 120, blue at 240 degrees
        double alpha = red - 0.5 * (green + blue);
        double beta = Math.sqrt(3) / 2 * (green - blue);
        hueX += alpha;
        hueY += beta;
        saturation += Math.hypot(alpha, beta);
        if (y > height * 0.6) {
          groundX += alpha;
          groundY += beta;
        }
        int at = 3 * (y * GRID_ROWS / height * GRID_COLUMNS + x * GRID_COLUMNS / width);
        grid[at] += light * cell;
        grid[at + 1] += alpha * cell;
        grid[at + 2] += beta * cell;
      }
    }
    pixels += (long) width * height;
  }

  double brightness() {
    return luma / pixels;
  }

  double warmth() {
    return warmth / pixels;
  }

  double saturation() {
    return saturation / pixels;
  }

  double hue() {
    return degrees(hueX, hueY);
  }

  /** Hue of the lowest two fifths alone. */
  double groundHue() {
    return degrees(groundX, groundY);
  }

  private static double degrees(double x, double y) {
    return (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
  }

  /**
   * How unlike two shots look: the mean distance of brightness and colour over a grid of 16 by 9
   * cells, in percent of the way from black to white.
   */
  public double distance(ShotColours other) {
    double sum = 0;
    for (int i = 0; i < grid.length; i += 3) {
      double light = grid[i] / frames - other.grid[i] / other.frames;
      double alpha = grid[i + 1] / frames - other.grid[i + 1] / other.frames;
      double beta = grid[i + 2] / frames - other.grid[i + 2] / other.frames;
      sum += Math.sqrt(light * light + alpha * alpha + beta * beta);
    }
    return 100 * sum / (grid.length / 3.0);
  }

  String text() {
    return "brightness %.2f, warmth %+.2f, saturation %.2f, hue %.0f, ground hue %.0f"
        .formatted(brightness(), warmth(), saturation(), hue(), groundHue());
  }
}
