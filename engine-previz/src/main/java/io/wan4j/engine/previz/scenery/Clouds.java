package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;

/**
 * Clouds of warped noise, lit from the sun's side. Painted at half size: nothing in them is sharp.
 */
final class Clouds {
  /** What kind of clouds. */
  enum Kind {
    /** Long bands, as in the evening. */
    STREAKS,
    /** Heaps with lit heads, as on a summer's day. */
    HEAPS,
    /** A closed grey cover. */
    COVER
  }

  private static final double TOP = Stage.ABOVE;

  private final Stage stage;
  private final Light light;

  Clouds(Stage stage, Light light) {
    this.stage = stage;
    this.light = light;
  }

  /**
   * Paints a layer of clouds.
   *
   * @param amount how much of the sky they fill, 0 to 1
   */
  Layer paint(Kind kind, double amount, int salt) {
    Painting painting = new Painting(stage, TOP, Stage.HORIZON + 4);
    int width = painting.raster().width();
    int[] pixels = painting.raster().pixels();
    int rows = painting.rows();
    for (int row = 0; row < rows; row += 2) {
      double y = painting.rowAt(row);
      for (int column = 0; column < width; column += 2) {
        int pixel = pixel(kind, amount, salt, column / stage.unit(), y);
        pixels[row * width + column] = pixel;
      }
    }
    fillBetween(pixels, width, rows);
    return painting.layer();
  }

  private int pixel(Kind kind, double amount, int salt, double x, double y) {
    double t = y / Stage.HORIZON;
    // Perspective: towards the horizon clouds are lower and closer together.
    double distance = 1 / (0.25 + 1.1 * Math.max(0, 1 - t));
    int seed = stage.salted(salt);
    double stretch = kind == Kind.STREAKS ? 330 : kind == Kind.HEAPS ? 250 : 300;
    int cells = stage.cells(stretch);
    double u = x / stage.period() * cells;
    double lift = kind == Kind.STREAKS ? 0.0085 : kind == Kind.HEAPS ? 0.0062 : 0.0046;
    double v = y * lift * (0.7 + 0.9 * Math.min(3.2, distance));
    double warp = Noise.fractal(u + 9, v * 1.3, cells, seed + 5, 3) - 0.5;
    double wu = u + warp * (kind == Kind.HEAPS ? 0.35 : 0.55);
    double wv = v + warp * (kind == Kind.HEAPS ? 0.3 : 0.35);
    double density = Noise.fractal(wu, wv, cells, seed, kind == Kind.HEAPS ? 6 : 5);
    double soft = kind == Kind.HEAPS ? 0.11 : kind == Kind.COVER ? 0.45 : 0.24;
    double edge = kind == Kind.COVER ? 0.12 : 1 - amount;
    double alpha =
        Ease.step(edge, edge + soft, density) * Ease.step(Stage.HORIZON + 2, Stage.HORIZON - 50, y);
    if (alpha < 0.01) {
      return 0;
    }
    double sunX = stage.width() * light.sunX();
    double sunY = Stage.HORIZON * light.sunY();
    double side = kind == Kind.STREAKS && sunY > y ? 0.10 : -0.13;
    double towards = Noise.fractal(wu, wv + side, cells, seed, 4);
    double relief = Ease.clamp(0.5 + (density - towards) * (kind == Kind.HEAPS ? 3.4 : 4.2));
    double near = Math.exp(-Math.hypot(x - sunX, (y - sunY) * 1.2) / 520);
    Colour colour =
        light
            .cloudShade()
            .mix(light.cloudLit(), Math.min(1, relief * 0.8 + near * 0.6 * light.glow()));
    double veil = kind == Kind.HEAPS ? 0.94 : kind == Kind.COVER ? 0.8 : 0.82;
    double far = Ease.step(0.55, 1.0, t) * (kind == Kind.HEAPS ? 0.55 : 0.25);
    return light.hazed(colour, far).premultiplied(alpha * veil);
  }

  /** Fills the pixels that were left out from their neighbours. */
  private static void fillBetween(int[] pixels, int width, int rows) {
    for (int row = 0; row < rows; row += 2) {
      for (int column = 1; column < width; column += 2) {
        int left = pixels[row * width + column - 1];
        int right = pixels[row * width + (column + 1 == width ? 0 : column + 1)];
        pixels[row * width + column] = mean(left, right);
      }
    }
    for (int row = 1; row < rows; row += 2) {
      int above = (row - 1) * width;
      int below = row + 1 < rows ? (row + 1) * width : above;
      for (int column = 0; column < width; column++) {
        pixels[row * width + column] = mean(pixels[above + column], pixels[below + column]);
      }
    }
  }

  private static int mean(int a, int b) {
    return (a & b) + ((a ^ b) >>> 1 & 0x7F7F7F7F);
  }
}
