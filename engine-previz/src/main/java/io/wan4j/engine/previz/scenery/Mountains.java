package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/**
 * A range of mountains along the horizon. Each peak has a crest that falls from its summit towards
 * the viewer: one flank lies in the sun, the other in the shade, and gullies run down both.
 */
final class Mountains {
  private final Stage stage;
  private final Light light;

  Mountains(Stage stage, Light light) {
    this.stage = stage;
    this.light = light;
  }

  /**
   * One peak.
   *
   * @param x of the summit, units
   * @param top its row
   * @param wide units from the summit to where the flank meets the horizon
   * @param slant by how much the crest moves aside on its way down, units a row
   * @param far 0 for the nearest of the range, 1 for the farthest
   * @param ridge row of the flank's edge, a column each
   */
  private record Peak(
      double x, double top, double wide, double slant, double far, int seed, float[] ridge) {}

  /** The colours of rock and snow at one distance. */
  private record Paints(Colour lit, Colour dark, Colour white, Colour blue) {}

  /**
   * Paints the range.
   *
   * @param distance share of haze, 0 near to 1
   * @param rise units from the horizon to the highest peak
   * @param length units from peak to peak
   * @param snow share of the height below which rock is bare, 1 for no snow
   */
  Layer paint(Colour rock, double distance, double rise, double length, double snow, int salt) {
    Painting painting = new Painting(stage, Stage.HORIZON - rise - 24, Stage.HORIZON + 50);
    Peak[] peaks = peaks(rise, length, salt, painting.raster().width());
    Paints[] paints = new Paints[peaks.length];
    for (int i = 0; i < peaks.length; i++) {
      paints[i] = paints(rock, Math.min(0.94, distance + 0.14 * peaks[i].far()));
    }
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          int column = Math.min(peaks[0].ridge().length - 1, (int) (x * stage.unit()));
          Colour seen = null;
          double covered = 0;
          for (int i = peaks.length - 1; i >= 0 && covered < 1; i--) {
            double inside = (y - peaks[i].ridge()[column]) * stage.unit() + 0.5;
            if (inside > 0) {
              Colour own = colour(peaks[i], paints[i], x, y, rise, snow);
              double share = (1 - covered) * Math.min(1, inside);
              covered += share;
              seen = seen == null ? own : seen.mix(own, share / covered);
            }
          }
          return seen == null ? 0 : seen.premultiplied(covered);
        });
    return painting.layer();
  }

  /** The peaks from far to near: the far ones tall, the near ones low between them. */
  private Peak[] peaks(double rise, double length, int salt, int columns) {
    Random random = stage.random(salt);
    int count = 2 * stage.cells(length);
    Peak[] peaks = new Peak[count];
    double gap = stage.period() / count;
    for (int i = 0; i < count; i++) {
      double far = i % 2 == 0 ? 0.55 + 0.45 * random.nextDouble() : 0.5 * random.nextDouble();
      double tall = rise * (0.42 + 0.5 * far + 0.08 * random.nextDouble());
      double x = gap * (i + 0.2 + 0.6 * random.nextDouble());
      double wide = tall * (1.15 + 0.5 * random.nextDouble());
      double slant = (random.nextDouble() - 0.5) * 0.9;
      int seed = random.nextInt(1 << 20);
      double top = Stage.HORIZON + 8 - tall;
      peaks[i] = new Peak(x, top, wide, slant, far, seed, ridge(x, tall, wide, seed, columns));
    }
    Arrays.sort(peaks, Comparator.comparing(Peak::far).reversed());
    return peaks;
  }

  /** A flank is steep at the summit and runs out below; its edge is ragged. */
  private float[] ridge(double x, double tall, double wide, int seed, int columns) {
    float[] rows = new float[columns];
    int cells = stage.cells(90);
    for (int column = 0; column < columns; column++) {
      double away = away(column / stage.unit(), x) / wide;
      double u = column / (double) columns * cells;
      double ragged = Noise.fractal(u, 3.3, cells, seed, 5) - 0.5;
      double t = Math.abs(away) + 0.34 * ragged * Math.min(1, 3 * Math.abs(away));
      double height = t >= 1.3 ? -0.3 : Math.pow(1 - t / 1.3, 1.25);
      rows[column] = (float) (Stage.HORIZON + 8 - tall * height);
    }
    return rows;
  }

  /** The shorter way round from a summit. */
  private double away(double from, double to) {
    double way = from - to;
    double half = stage.period() / 2;
    return way > half ? way - 2 * half : way < -half ? way + 2 * half : way;
  }

  private Paints paints(Colour rock, double distance) {
    return new Paints(
        light.hazed(light.lit(rock.mix(Colour.of(255, 244, 226), 0.16)), distance),
        light.hazed(light.shaded(rock).times(0.74), distance * 0.92),
        light.hazed(light.lit(Colour.of(252, 253, 255)), distance * 0.7),
        light.hazed(light.shaded(Colour.of(186, 208, 238)), distance * 0.8));
  }

  private Colour colour(Peak peak, Paints paints, double x, double y, double rise, double snow) {
    double down = Math.max(1, y - peak.top());
    double side = away(x, peak.x()) - peak.slant() * down;
    // Gullies spread like a fan below the summit.
    double fan = side / (down + 26);
    double zigzag = Noise.fractal(down * 0.05, 1.7, 1 << 12, peak.seed() + 5, 3) - 0.5;
    double gully = Noise.fractal(fan * 6 + 300, down * 0.012, 1 << 12, peak.seed() + 9, 4) - 0.5;
    double sun = light.sunX() > 0.5 ? 1 : -1;
    double crest = sun * (fan + 0.6 * zigzag) + 0.75 * gully;
    double facing = Ease.step(-0.05, 0.09, crest);
    double soft = Ease.clamp(0.5 + 1.5 * gully);
    Colour stone =
        paints.dark().mix(paints.lit(), facing * (0.66 + 0.34 * soft) + 0.12 * soft * (1 - facing));
    double height = (Stage.HORIZON - y) / rise;
    double line = snow + 0.26 * gully + 0.1 * zigzag - 0.06 * facing;
    double cap = snow >= 1 ? 0 : Ease.step(line - 0.015, line + 0.025, height);
    Colour frost = paints.blue().mix(paints.white(), facing * (0.8 + 0.2 * soft));
    double foot = Ease.step(0.42, -0.04, height);
    return light.hazed(stone.mix(frost, cap), foot * (0.5 + 0.2 * peak.far()));
  }
}
