package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import java.util.Random;

/**
 * Water as a floor: the sky mirrored in it, waves that get larger nearer by, glitter under the sun.
 */
final class Water {
  private final Studio studio;

  Water(Studio studio) {
    this.studio = studio;
  }

  void paint(Painting painting) {
    Stage stage = studio.stage;
    Light light = studio.light;
    Colour horizon = light.sky().getLast().mix(light.haze(), 0.4);
    Colour zenith = light.sky().get(light.sky().size() / 2);
    Colour far = horizon.mix(light.lit(studio.materials.waterFar()), 0.35);
    Colour middle = zenith.mix(light.lit(studio.materials.waterFar()), 0.6);
    Colour near =
        light
            .lit(studio.materials.waterNear())
            .mix(light.shaded(studio.materials.waterNear()), 0.5);
    Colour crest = light.cloudLit().mix(light.sun(), 0.4);
    Colour trough = near.times(0.7);

    int seed = stage.salted(131);
    for (int row = 0; row < painting.rows(); row++) {
      double y = painting.rowAt(row);
      double below = y - Stage.HORIZON;
      double t = Math.pow(Ease.clamp(below / 330), 0.62);
      Colour colour = t < 0.35 ? far.mix(middle, t / 0.35) : middle.mix(near, (t - 0.35) / 0.65);

      double calm = Ease.clamp(below / 30);
      int r = row;
      painting.fill(
          row,
          row + 1,
          (x, same) -> {
            double depth = Stage.EYE / Math.max(4, below);
            double wave = wave(x, depth, seed) - 0.5;

            Colour shade =
                wave > 0
                    ? colour.mix(crest, Ease.step(0.08, 0.42, wave) * 0.42 * calm)
                    : colour.mix(trough, Ease.step(0, 0.4, -wave) * 0.5 * calm);
            double dither = (Noise.hash((int) (x * 5), r, 3) - 0.5) * 0.012;
            return shade.times(1 + dither).premultiplied(1);
          });
    }
  }

  /** Waves lie across the view: long along x, short in depth. */
  private double wave(double x, double depth, int seed) {
    Stage stage = studio.stage;
    double level = Math.max(0, Math.log(depth) / Math.log(2));
    int whole = (int) level;
    double part = level - whole;
    return Ease.mix(
        layer(stage, x, depth, whole, seed), layer(stage, x, depth, whole + 1, seed), part);
  }

  private static double layer(Stage stage, double x, double depth, int level, int seed) {
    int cells = stage.cells(150) << Math.min(6, level);
    return Noise.fractal(x / stage.period() * cells, depth * 17, cells, seed, 3);
  }

  /** A beach: sand with a wavy shoreline, wet where the water has been, and foam. */
  void shore(Painting painting, double lineDepth) {
    Stage stage = studio.stage;
    Light light = studio.light;
    Ground sand = new Ground(stage, light, studio.materials);
    int cells = stage.cells(420);
    int seed = stage.salted(141);
    Colour foam = light.lit(Colour.of(252, 252, 248));
    for (int row = 0; row < painting.rows(); row++) {
      double y = painting.rowAt(row);
      Colour dry = sand.colourAt(y);
      Colour wet =
          dry.mix(light.shaded(studio.materials.groundNear()), 0.5).mix(light.haze(), 0.14);
      int r = row;
      painting.fill(
          row,
          row + 1,
          (x, same) -> {
            double u = x / stage.period() * cells;
            double line =
                Stage.rowOf(lineDepth)
                    + 30 * (Noise.fractal(u, 0.5, cells, seed, 3) - 0.5)
                    + 5 * (Noise.fractal(u * 8, 3.5, cells * 8, seed + 1, 2) - 0.5);
            double inland = y - line;
            if (inland < -7) {
              return 0;
            }
            double lace = Noise.fractal(u * 16, y * 0.3, cells * 16, seed + 3, 2);
            if (inland < 3) {
              return foam.premultiplied(Ease.step(-7, -1, inland) * (0.55 + 0.45 * lace));
            }
            double grain = Ground.noise(stage, x, y, 180, seed + 9) - 0.5;
            double fine = (Noise.hash((int) (x * 3), r, 7) - 0.5) * 0.05;
            Colour base = wet.mix(dry, Ease.step(6, 46, inland));
            Colour shade = base.times(1 + grain * 0.16 + fine);
            double foamed = Ease.step(10, 3, inland) * lace * 0.8;
            return shade.mix(foam, foamed).premultiplied(1);
          });
    }
  }

  /** Reeds at the edge of a lake. */
  void reeds(Painting painting, double depth) {
    Stage stage = studio.stage;
    Light light = studio.light;
    Random random = stage.random(151);
    int cells = stage.cells(300);
    int count = (int) (stage.period() * 0.9);
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble() * stage.period();
      double clump = Noise.fractal(x / stage.period() * cells, 2.5, cells, stage.salted(152), 3);
      if (clump < 0.5) {
        continue;
      }
      double tall = (50 + 110 * random.nextDouble()) / depth;
      Colour colour =
          light
              .shaded(studio.materials.growthDark())
              .mix(light.lit(studio.materials.growthLit()), random.nextDouble() * 0.7);
      double foot = Stage.rowOf(depth) + 10 * random.nextDouble();
      painting.blade(x, foot, tall, tall * 0.2 * random.nextGaussian(), 3 / depth, colour, 0.95);
    }
  }
}
