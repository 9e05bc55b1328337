package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;

/** Rolling hills and dunes along the horizon. */
final class Hills {
  private final Stage stage;
  private final Light light;

  Hills(Stage stage, Light light) {
    this.stage = stage;
    this.light = light;
  }

  /**
   * Rolling hills.
   *
   * @param colour as it would be nearby
   * @param distance share of haze, 0 near to 1
   * @param base row of their middle height
   * @param swing units up and down from there
   * @param length units from hill to hill
   */
  Layer rolling(
      Colour colour, double distance, double base, double swing, double length, int salt) {
    Painting painting = new Painting(stage, base - 2.2 * swing - 12, Stage.HORIZON + 70);
    int cells = stage.cells(length);
    Colour top = light.hazed(light.lit(colour), distance);
    Colour foot = light.hazed(light.shaded(colour), Math.min(1, distance + 0.22));
    int seed = stage.salted(salt);
    int width = painting.raster().width();
    double[] ridge = new double[width];
    for (int column = 0; column < width; column++) {
      double u = column / (double) width * cells;
      double shape = Noise.fractal(u, 7.3, cells, seed, 5) - 0.5;
      double rough = Noise.fractal(u * 16, 2.1, cells * 16, seed + 3, 3) - 0.5;
      ridge[column] = base - shape * swing * 2.4 - rough * 7 * (1 - distance);
    }
    double contrast = 0.22 * (1 - distance);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          int column = Math.min(width - 1, (int) (x * stage.unit()));
          double inside = (y - ridge[column]) * stage.unit() + 0.5;
          if (inside <= 0) {
            return 0;
          }
          double t = (y - ridge[column]) / (Stage.HORIZON + 30 - ridge[column]);
          double u = x / stage.period() * cells * 8;
          double mottle = Noise.fractal(u, y * 0.05, cells * 8, seed + 9, 3) - 0.5;
          Colour shade = top.mix(foot, Ease.clamp(t)).times(1 + contrast * mottle * 2);
          return shade.premultiplied(Math.min(1, inside));
        });
    return painting.layer();
  }
}
