package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;

/** Rolling hills, dunes and mountains along the horizon. */
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

  /**
   * Steep mountains, lit from one side.
   *
   * @param rise units from the horizon to the highest peak
   * @param snow share of the height below which rock is bare, 1 for no snow
   */
  Layer steep(Colour rock, double distance, double rise, double length, double snow, int salt) {
    Painting painting = new Painting(stage, Stage.HORIZON - rise - 20, Stage.HORIZON + 50);
    int cells = stage.cells(length);
    int seed = stage.salted(salt);
    int width = painting.raster().width();
    double[] ridge = new double[width];
    for (int column = 0; column < width; column++) {
      ridge[column] = Stage.HORIZON + 6 - rise * peak(column / (double) width * cells, cells, seed);
    }
    Colour lit = light.hazed(light.lit(rock), distance);
    Colour dark = light.hazed(light.shaded(rock).times(0.86), distance * 0.9);
    Colour white = light.hazed(light.lit(Colour.of(250, 252, 255)), distance * 0.75);
    Colour blue = light.hazed(light.shaded(Colour.of(206, 222, 244)), distance * 0.8);
    double fromRight = light.sunX() > 0.5 ? 1 : -1;
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          int column = Math.min(width - 1, (int) (x * stage.unit()));
          double depth = y - ridge[column];
          double inside = depth * stage.unit() + 0.5;
          if (inside <= 0) {
            return 0;
          }
          double u = x / stage.period() * cells;
          double relief = face(u, y, cells, seed) - face(u - fromRight * 0.035, y - 5, cells, seed);
          double facing = Ease.clamp(0.5 + relief * 4.2);
          double height = (Stage.HORIZON - y) / rise;
          double ragged = (Noise.fractal(u * 8, y * 0.03, cells * 8, seed + 31, 3) - 0.5) * 0.42;
          double cap = snow >= 1 ? 0 : Ease.step(snow - 0.05, snow + 0.05, height + ragged);
          Colour colour = dark.mix(lit, facing).mix(blue.mix(white, facing), cap);
          double foot = Ease.step(0.34, -0.04, height);
          return light.hazed(colour, foot * 0.55).premultiplied(Math.min(1, inside));
        });
    return painting.layer();
  }

  private static double peak(double u, int cells, int seed) {
    double sum = 0;
    double weight = 0.56;
    double total = 0;
    double x = u;
    int round = cells;
    for (int i = 0; i < 6; i++) {
      double n = Noise.smooth(x, 3.7 + i, round, seed + 11 * i);
      sum += weight * (i < 3 ? 1 - Math.abs(2 * n - 1) : n);
      total += weight;
      weight *= 0.47;
      x *= 2;
      round *= 2;
    }
    return sum / total;
  }

  private static double face(double u, double y, int cells, int seed) {
    double across = u * 4;
    return 1
        - Math.abs(2 * Noise.fractal(across, y * 0.017, cells * 4, seed + 71, 4) - 1)
        + 0.35 * Noise.fractal(across * 4, y * 0.06, cells * 16, seed + 73, 3);
  }
}
