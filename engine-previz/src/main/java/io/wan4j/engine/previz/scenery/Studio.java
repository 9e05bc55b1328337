package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Blur;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Where a set is put together: what to paint, from far to near, and with which light and materials.
 * Pieces are painted only when all are named, so that they can be painted side by side.
 */
final class Studio {
  /** Order of the ground: after all that stands on the horizon, before all that stands on it. */
  private static final double FLOOR = 12;

  /** Growth is painted in bands, each this much nearer than the one behind. */
  private static final double BAND = 1.24;

  static final double NEAREST_GROWTH = 0.42;

  final Stage stage;
  final Light light;
  final Materials materials;

  /** How hard the wind blows, 0 to 1. */
  final double wind;

  private final List<Callable<Piece>> pieces = new ArrayList<>();

  Studio(Stage stage, Light light, Materials materials, double wind) {
    this.stage = stage;
    this.light = light;
    this.materials = materials;
    this.wind = wind;
  }

  List<Callable<Piece>> pieces() {
    return pieces;
  }

  Studio sky() {
    pieces.add(() -> new Piece.Upright(new Sky(stage, light).paint(), 1e6, 0, 0, Piece.Ends.BOTH));
    return this;
  }

  Studio clouds(Clouds.Kind kind, double amount) {
    double drift = (8 + 40 * wind) * (kind == Clouds.Kind.STREAKS ? 0.5 : 1);
    boolean heaps = kind == Clouds.Kind.HEAPS;
    pieces.add(
        () ->
            new Piece.Upright(
                heaps
                    ? new Heaps(stage, light).paint(amount, 11)
                    : new Clouds(stage, light).paint(kind, amount, 11),
                60,
                drift,
                0,
                Piece.Ends.OPEN));
    return this;
  }

  Studio hills(double distance, double lift, double swing, double length, double depth, int salt) {
    pieces.add(
        () ->
            upright(
                new Hills(stage, light)
                    .rolling(materials.hill(), distance, Stage.HORIZON - lift, swing, length, salt),
                depth));
    return this;
  }

  Studio mountains(
      double distance, double rise, double length, double snow, double depth, int salt) {
    pieces.add(
        () ->
            upright(
                new Mountains(stage, light)
                    .paint(materials.rock(), distance, rise, length, snow, salt),
                depth));
    return this;
  }

  Studio haze(double strength) {
    pieces.add(() -> new Piece.Air(light.haze(), 11.9, Stage.HORIZON + 4, 86, strength));
    return this;
  }

  Studio ground(Ground.Look look) {
    pieces.add(() -> new Piece.Floor(new Ground(stage, light, materials).bare(look, 51), FLOOR, 0));
    return growth(look, 10, NEAREST_GROWTH);
  }

  /** Grass, flowers and stones on ground that is painted already, from a depth to a nearer one. */
  Studio growth(Ground.Look look, double farthest, double nearest) {
    if (look.blades() + look.stones() + look.flowers() > 0) {
      for (double far = farthest; far > nearest; far /= BAND) {
        double from = far;
        double depth = far / Math.sqrt(BAND);
        pieces.add(
            () ->
                new Piece.Upright(
                    new Ground(stage, light, materials).growth(look, 51, from, from / BAND),
                    depth,
                    0,
                    (1 + 4 * wind) / depth,
                    Piece.Ends.OPEN));
      }
    }
    return this;
  }

  /** Any upright layer, painted between two rows. */
  Studio upright(double depth, double top, double bottom, double sway, Consumer<Painting> painter) {
    pieces.add(
        () -> {
          Painting painting = new Painting(stage, top, bottom);
          painter.accept(painting);
          return new Piece.Upright(
              painting.layer(), depth, 0, sway * (0.3 + wind), Piece.Ends.OPEN);
        });
    return this;
  }

  /** Sun or moon mirrored in the water. */
  Studio glitter() {
    double centre = stage.width() * (light.sunX() - 0.5);
    if (light.glow() > 0.12) {
      pieces.add(() -> new Piece.Glitter(light.sun(), FLOOR - 0.05, centre, light.glow()));
    }
    return this;
  }

  /** An upright layer that goes on for ever above, and below too if it is far behind everything. */
  Studio endless(double depth, double top, double bottom, Consumer<Painting> painter) {
    pieces.add(
        () -> {
          Painting painting = new Painting(stage, top, bottom);
          painter.accept(painting);
          Piece.Ends ends = depth > FLOOR ? Piece.Ends.BOTH : Piece.Ends.UP;
          return new Piece.Upright(painting.layer(), depth, 0, 0, ends);
        });
    return this;
  }

  /** How high waves go: as they are in a light breeze, lower in a calm. */
  private double swell() {
    return Math.min(1.6, 0.25 + 5 * wind);
  }

  /** Any ground, painted in rows below the horizon. */
  Studio floor(double top, double wave, Consumer<Painting> painter) {
    pieces.add(
        () -> {
          Painting painting = new Painting(stage, top, Stage.BELOW);
          painter.accept(painting);
          return new Piece.Floor(
              painting.layer(), top > Stage.HORIZON + 8 ? FLOOR - 0.1 : FLOOR, wave * swell());
        });
    return this;
  }

  /**
   * Trees that stand at about one depth.
   *
   * @param each units between one tree and the next
   * @param scale 1 is a tree of 100 units at depth 1
   */
  Studio trees(
      Trees.Kind kind, double depth, double distance, double each, double scale, int salt) {
    boolean snowy = materials.groundFar().brightness() > 0.9;
    return upright(
        depth,
        Stage.rowOf(depth) - 135 * scale / depth - 12,
        Stage.rowOf(depth) + 24,
        1.2,
        painting -> {
          Random random = stage.random(salt);
          Trees trees = new Trees(light, materials, distance, snowy);
          int count = (int) Math.max(1, stage.period() / each);
          double gap = stage.period() / count;
          for (int i = 0; i < count; i++) {
            double x = gap * (i + 0.15 + 0.7 * random.nextDouble());
            double near = 0.82 + 0.4 * random.nextDouble();
            double row = Stage.rowOf(depth) + (random.nextDouble() - 0.5) * 20 / depth;
            trees.paint(painting, kind, x, row, scale / depth * near, random.nextLong());
          }
        });
  }

  /**
   * One tree.
   *
   * @param at where it stands, share of the frame's width
   * @param leaf the colour of its leaves
   */
  Studio tree(
      Trees.Kind kind,
      double at,
      double depth,
      double distance,
      double scale,
      int salt,
      Colour leaf) {
    boolean snowy = materials.groundFar().brightness() > 0.9;
    Materials own = leaf.equals(materials.foliage()) ? materials : materials.withLeaves(leaf);
    return upright(
        depth,
        Stage.rowOf(depth) - 150 * scale / depth - 12,
        Stage.rowOf(depth) + 24,
        1.2,
        painting ->
            new Trees(light, own, distance, snowy)
                .paint(
                    painting,
                    kind,
                    at * stage.width(),
                    Stage.rowOf(depth),
                    scale / depth,
                    stage.salted(salt)));
  }

  /** Tall grass close to the camera, out of focus. */
  Studio foreground(double height, double amount) {
    double depth = 0.78;
    double foot = Stage.rowOf(depth);
    pieces.add(
        () -> {
          Painting painting = new Painting(stage, foot - height * 1.3, foot + 12);
          Random random = stage.random(61);
          int cells = stage.cells(240);
          int count = (int) (stage.period() * 0.34 * amount);
          for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * stage.period();
            double clump =
                io.wan4j.engine.previz.paint.Noise.fractal(
                    x / stage.period() * cells, 3.1, cells, stage.salted(62), 3);
            if (clump < 0.42) {
              continue;
            }
            double tall = height * (0.4 + 0.8 * random.nextDouble()) * (clump - 0.25) * 2.2;
            double lean = tall * (0.16 + 0.26 * random.nextGaussian());
            painting.blade(
                x,
                foot + 10,
                tall,
                lean,
                2.6 + 2.6 * random.nextDouble(),
                light
                    .shaded(materials.growthDark())
                    .mix(light.lit(materials.growthLit()), random.nextDouble() * 0.3),
                0.95);
          }
          Raster raster = painting.raster();
          int radius = (int) Math.round(2.2 * stage.unit());
          Blur.soften(raster.pixels(), raster.width(), raster.height(), radius, true);
          return new Piece.Upright(painting.layer(), depth, 0, 5 * (0.4 + wind), Piece.Ends.OPEN);
        });
    return this;
  }

  private static Piece upright(Layer layer, double depth) {
    return new Piece.Upright(layer, depth, 0, 0, Piece.Ends.OPEN);
  }
}
