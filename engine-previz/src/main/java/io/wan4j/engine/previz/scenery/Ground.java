package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.util.Arrays;
import java.util.Random;

/** Ground in perspective: grass, sand, snow, stone. Row by row it lies nearer to the camera. */
final class Ground {
  /**
   * How a ground looks.
   *
   * @param blades blades of grass for each 1000 units of width
   * @param height of a blade at depth 1, units
   * @param lean how far blades hang over, share of their height
   * @param patches contrast of light and dark patches
   * @param ripples contrast of wind ripples
   * @param flowers for each 1000 units of width
   * @param stones for each 1000 units of width
   */
  record Look(
      int blades,
      double height,
      double lean,
      double patches,
      double ripples,
      int flowers,
      int stones) {}

  private static final double TOP = Stage.HORIZON - 6;

  /** How far the uneven upper edge of the ground goes up and down, units. */
  private static final double RIM = 2.5;

  private final Stage stage;
  private final Light light;
  private final Materials materials;

  Ground(Stage stage, Light light, Materials materials) {
    this.stage = stage;
    this.light = light;
    this.materials = materials;
  }

  /** The bare ground, flat: it is sheared as the camera passes, as flat things are. */
  Layer bare(Look look, int salt) {
    Painting painting = new Painting(stage, TOP, Stage.BELOW);
    base(painting, look, salt);
    return painting.layer();
  }

  /**
   * What stands upright on the ground between two depths: grass, flowers, stones. It moves as one
   * with the depth in the middle, so that no blade is ever bent by the camera.
   */
  Layer growth(Look look, int salt, double far, double near) {
    double top = Stage.rowOf(far);
    double bottom = Stage.rowOf(near);
    double tallest = look.height() * 2.1 * (bottom - Stage.HORIZON) / Stage.EYE + 12;
    Painting painting = new Painting(stage, top - tallest, bottom + 8);
    stones(painting, look, salt, top, bottom);
    blades(painting, look, salt, top, bottom);
    return painting.layer();
  }

  /** The ground's colour in a row: hazy far away, rich and shaded near. */
  Colour colourAt(double y) {
    double t = Math.pow(Ease.clamp((y - Stage.HORIZON) / 330), 0.8);
    Colour far = light.hazed(light.lit(materials.groundFar()), 0.45);
    Colour middle = light.lit(materials.groundFar().mix(materials.groundNear(), 0.55));
    Colour near = light.lit(materials.groundNear()).mix(light.shaded(materials.groundNear()), 0.62);
    return t < 0.4 ? far.mix(middle, t / 0.4) : middle.mix(near, (t - 0.4) / 0.6);
  }

  /** Noise that lies on the ground: smaller towards the horizon; 0 to 1. */
  static double noise(Stage stage, double x, double y, double length, int seed) {
    double depth = Stage.EYE / Math.max(4, y - Stage.HORIZON);
    double level = Math.max(0, Math.log(depth) / Math.log(2));
    int whole = (int) level;
    double part = level - whole;
    double coarse = flat(stage, x, depth, length, whole, seed);
    return part == 0
        ? coarse
        : Ease.mix(coarse, flat(stage, x, depth, length, whole + 1, seed), part);
  }

  private static double flat(
      Stage stage, double x, double depth, double length, int level, int seed) {
    int cells = stage.cells(length) << Math.min(6, level);
    return Noise.fractal(x / stage.period() * cells, depth * 480 / length, cells, seed, 3);
  }

  private void base(Painting painting, Look look, int salt) {
    int seed = stage.salted(salt);
    int edge = stage.cells(260);
    for (int row = 0; row < painting.rows(); row++) {
      double y = painting.rowAt(row);
      Colour colour = colourAt(y);
      Colour light1 = colour.mix(light.lit(materials.growthLit()), 0.5);
      Colour dark = colour.mix(light.shaded(materials.growthDark()), 0.5);
      double near = Ease.clamp((y - Stage.HORIZON) / 60);
      int r = row;
      boolean belowRim = y - Stage.HORIZON > RIM + 1 / stage.unit();
      painting.fill(
          row,
          row + 1,
          (x, same) -> {
            double inside = belowRim ? 1 : inside(x, y, edge, seed + 2);
            if (inside <= 0) {
              return 0;
            }
            double value = noise(stage, x, y, 210, seed) - 0.5;
            double shift = look.patches() * value * 2.4 * near;
            if (look.ripples() > 0) {
              double warp = noise(stage, x, y, 300, seed + 7) * 9;
              double depth = Stage.EYE / Math.max(4, y - Stage.HORIZON);
              double wave = Math.sin(depth * 46 + warp * 2.6);
              shift += look.ripples() * wave * near * Ease.step(3.4, 1.4, depth);
            }
            double dither = (Noise.hash((int) (x * 5), r, 9) - 0.5) * 0.02;
            double tone = shift + dither;
            Colour shade = tone > 0 ? colour.mix(light1, tone) : colour.mix(dark, -tone);
            return shade.premultiplied(Math.min(1, inside));
          });
    }
  }

  /** How many pixels a place lies below the uneven upper edge of the ground. */
  private double inside(double x, double y, int edge, int seed) {
    double rim = (Noise.fractal(x / stage.period() * edge, 1.7, edge, seed, 3) - 0.5) * 2 * RIM;
    return (y - Stage.HORIZON - rim + 1) * stage.unit();
  }

  private void blades(Painting painting, Look look, int salt, double top, double bottom) {
    Random random = stage.random(salt + (int) top);
    double share = cumulated(bottom) - cumulated(top);
    int count = (int) (look.blades() * stage.period() / 1000 * share);
    int flowers = (int) (look.flowers() * stage.period() / 1000 * share);
    double[] rows = new double[count + flowers];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = top + (bottom - top) * random.nextDouble();
    }
    Arrays.sort(rows);
    boolean[] blooms = new boolean[rows.length];
    for (int i = 0; i < flowers; i++) {
      blooms[random.nextInt(rows.length)] = true;
    }
    int seed = stage.salted(salt + 40);
    for (int i = 0; i < rows.length; i++) {
      double y = rows[i];
      double size = (y - Stage.HORIZON) / Stage.EYE;
      double x = random.nextDouble() * stage.period();
      double patch = noise(stage, x, y, 150, seed);
      double grown =
          Math.max(
              2.2,
              look.height()
                  * (0.35 + 0.65 * size)
                  * Math.min(1, 0.25 + size * 1.6)
                  * (0.3 + 0.7 * random.nextDouble())
                  * (0.45 + 1.1 * patch));
      double lean = grown * look.lean() * (0.7 + random.nextGaussian() * 0.75);
      double sun = Ease.step(0.35, 0.72, patch) * 0.7 + 0.3 * random.nextDouble();
      Colour here = colourAt(y);
      double depthHaze = 0.5 * Ease.step(70, 0, y - Stage.HORIZON);
      Colour lit = here.mix(light.lit(materials.growthLit()), 0.72);
      Colour dark = here.mix(light.shaded(materials.growthDark()), 0.6);
      Colour colour = light.hazed(dark.mix(lit, sun), depthHaze);
      double half = 0.45 + 1.5 * size;
      painting.blade(x, y + 1, grown, lean, half, colour, 0.55 + 0.35 * random.nextDouble());
      if (blooms[i]) {
        flower(painting, x + lean, y - grown, size, random);
      }
    }
  }

  private void flower(Painting painting, double x, double y, double size, Random random) {
    Colour petal = light.lit(materials.accent(random.nextInt(8)));
    Colour shade = petal.mix(light.shaded(petal), 0.4);
    double radius = (1.6 + 4.4 * size) * (0.7 + 0.5 * random.nextDouble());
    double turn = random.nextDouble();
    painting.paintAt(
        x,
        y,
        radius * 3,
        brush -> {
          for (int i = 0; i < 5; i++) {
            double angle = 2 * Math.PI * (i + turn) / 5;
            brush.setColor((i < 3 ? petal : shade).awt(0.95));
            brush.fill(
                Shapes.ellipse(
                    Math.cos(angle) * radius * 0.62,
                    Math.sin(angle) * radius * 0.45,
                    radius * 0.55,
                    radius * 0.45));
          }
          brush.setColor(light.lit(Colour.of(250, 214, 90)).awt(0.95));
          brush.fill(Shapes.ellipse(0, 0, radius * 0.34, radius * 0.28));
        });
  }

  /** The share of all growth that stands above a row: far rows hold more of it. */
  private static double cumulated(double row) {
    double t = Math.max(0, (row - Stage.HORIZON) / (Stage.BELOW - Stage.HORIZON));
    return Math.pow(t, 0.69);
  }

  private void stones(Painting painting, Look look, int salt, double top, double bottom) {
    Random random = stage.random(salt + 5 + (int) top);
    double share = cumulated(bottom) - cumulated(top);
    double expected = look.stones() * stage.period() / 1000 * share * 1.6;
    int count = (int) expected + (random.nextDouble() < expected % 1 ? 1 : 0);
    for (int i = 0; i < count; i++) {
      double y = top + (bottom - top) * random.nextDouble();
      double size = (y - Stage.HORIZON) / Stage.EYE;
      double radius = (5 + 24 * Math.pow(random.nextDouble(), 3)) * size;
      new Rocks(light, materials.rock())
          .paint(painting, random.nextDouble() * stage.period(), y, radius, i);
    }
  }
}
