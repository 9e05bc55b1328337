package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.util.Random;

/** Places with a roof. */
final class Rooms {
  private Rooms() {}

  static Studio shell(Studio studio, Colour wall, Colour panel, boolean tiles) {
    Interior interior = new Interior(studio);
    return studio
        .endless(
            Interior.WALL,
            Stage.ABOVE,
            Stage.rowOf(Interior.WALL) + 1,
            p -> interior.wall(p, wall, panel))
        .floor(Stage.rowOf(Interior.WALL) - 1, 0, p -> interior.boards(p, tiles));
  }

  static Studio hung(Studio studio, java.util.function.Consumer<Painting> painter) {
    return studio.upright(
        Interior.WALL,
        Stage.rowOf(Interior.WALL) - 460,
        Stage.rowOf(Interior.WALL) + 90,
        0,
        painter);
  }

  static Studio standing(Studio studio, double depth, String... things) {
    Furniture furniture = new Furniture(studio);
    return studio.upright(
        depth,
        Stage.rowOf(depth) - 620 / depth,
        Stage.rowOf(depth) + 14,
        0,
        p -> furniture.paint(p, depth, things));
  }

  static void room(Studio studio) {
    Interior interior = new Interior(studio);
    shell(
        studio,
        studio.materials.wall(),
        studio.materials.wall().mix(Colour.of(255, 255, 255), 0.4),
        false);
    hung(
        studio,
        p -> {
          interior.windows(p, 900, 0.24);
          interior.pictures(p, 900, 0.62);
          interior.shelves(p, 900, 0.9, 3);
        });
    standing(studio, 2.35, "sofa", "plant", "lamp");
  }

  static void kitchen(Studio studio) {
    Interior interior = new Interior(studio);
    shell(studio, Colour.of(240, 230, 208), Colour.of(232, 220, 196), true);
    hung(
        studio,
        p -> {
          interior.windows(p, 1100, 0.02);
          interior.kitchen(p);
        });
    standing(studio, 2.0, "table", "plant");
  }

  static void cafe(Studio studio) {
    Interior interior = new Interior(studio);
    shell(studio, Colour.of(150, 106, 78), Colour.of(96, 66, 50), false);
    hung(
        studio,
        p -> {
          interior.windows(p, 700, 0.2);
          interior.pictures(p, 700, 0.66);
        });
    standing(studio, 2.3, "table", "lamp", "table", "plant");
  }

  static void study(Studio studio) {
    Interior interior = new Interior(studio);
    shell(studio, Colour.of(214, 220, 206), Colour.of(178, 186, 172), false);
    hung(
        studio,
        p -> {
          interior.board(p, 1100, 0.2);
          interior.shelves(p, 1100, 0.52, 4);
          interior.windows(p, 1100, 0.8);
        });
    standing(studio, 2.2, "desk", "plant", "desk");
  }

  static void studio(Studio studio) {
    Colour paper = Colour.of(206, 200, 194);
    Colour lit = studio.light.lit(paper);
    studio.endless(
        Interior.WALL,
        Stage.ABOVE,
        Stage.BELOW,
        p ->
            p.fill(
                0,
                p.rows(),
                (x, y) -> {
                  double middle = studio.stage.width() / 2;
                  double half = studio.stage.period() / 2;
                  double dx = Math.abs(x - middle);
                  dx = Math.min(dx, 2 * half - dx) / 620;
                  double dy = (y - 300) / 520;
                  double spot = Math.exp(-(dx * dx + dy * dy));
                  double fine = (Noise.hash((int) (x * 3), (int) (y * 3), 3) - 0.5) * 0.012;
                  double sweep = 0.05 * Ease.step(470, 560, y);
                  return lit.times(0.5 + 0.56 * spot + sweep + fine).premultiplied(1);
                }));
    studio.floor(Stage.HORIZON + 120, 0, p -> {});
  }

  static void stage(Studio studio) {
    Interior interior = new Interior(studio);
    Colour cloth = Colour.of(132, 26, 38);
    int folds = studio.stage.cells(46);
    studio.endless(
        Interior.WALL,
        Stage.ABOVE,
        Stage.rowOf(Interior.WALL) + 1,
        p ->
            p.fill(
                0,
                p.rows(),
                (x, y) -> {
                  double u = x / studio.stage.period() * folds;
                  double bend =
                      0.5 + 0.5 * Math.sin(2 * Math.PI * (u + 0.12 * Math.sin(y * 0.012)));
                  double rough = Noise.fractal(u, y * 0.004, folds, 5, 3) - 0.5;
                  double dim = 0.35 + 0.5 * Ease.step(-200, 420, y);
                  return cloth
                      .times((0.42 + 0.75 * bend * bend + 0.3 * rough) * dim)
                      .premultiplied(1);
                }));
    studio.floor(Stage.rowOf(Interior.WALL) - 1, 0, p -> interior.boards(p, false));
    studio.upright(
        2.55,
        Stage.ABOVE,
        Stage.HORIZON + 250,
        0,
        p -> {
          Air air = new Air(studio);
          double middle = studio.stage.width() / 2;
          for (int i = -2; i <= 2; i++) {
            double strength = i == 0 ? 0.9 : 0.6;
            air.beam(
                p,
                middle + i * 330,
                -150,
                16,
                middle + i * 120,
                Stage.HORIZON + 150,
                100,
                strength);
          }
        });
  }

  /** What is seen through the mouth of a cave: sky over far hills. */
  private static Colour outside(Studio studio, double u, double y, int cells) {
    Light light = studio.light;
    double ridge = 338 - 46 * Noise.fractal(u * 2, 4.5, cells * 2, 11, 3);
    Colour sky = light.sky().getFirst().mix(light.sky().getLast(), Ease.clamp((y - 120) / 230));
    Colour hills = light.hazed(light.lit(Colour.of(96, 140, 92)), 0.35);
    return sky.mix(hills, Ease.step(ridge - 1, ridge + 1, y));
  }

  static void cave(Studio studio) {
    Colour rock = studio.light.shaded(Colour.of(96, 84, 82));
    Colour glow = studio.light.dark() ? Colour.of(120, 150, 210) : Colour.of(250, 226, 180);
    int cells = studio.stage.cells(220);
    studio.endless(
        5,
        Stage.ABOVE,
        Stage.HORIZON + 70,
        p ->
            p.fill(
                0,
                p.rows(),
                (x, y) -> {
                  double u = x / studio.stage.period() * cells;
                  double face = Noise.fractal(u * 2, y * 0.012, cells * 2, 7, 5);
                  double relief =
                      face - Noise.fractal(u * 2 + 0.12, y * 0.012 - 0.05, cells * 2, 7, 5);
                  double middle = studio.stage.width() * 0.62;
                  double half = studio.stage.period() / 2;
                  double dx = Math.abs(x - middle);
                  dx = Math.min(dx, 2 * half - dx);
                  double mouth =
                      Math.hypot(dx / 190, (y - 300) / 165)
                          + 0.4 * (Noise.fractal(u * 3, y * 0.02, cells * 3, 9, 3) - 0.5);
                  double out = Ease.step(1.02, 0.94, mouth);
                  double near = Math.exp(-Math.max(0, mouth - 1) * 1.2);
                  Colour wall = rock.times(0.5 + 0.55 * face + 1.7 * relief).mix(glow, 0.42 * near);
                  Colour outside = outside(studio, u, y, cells).mix(glow, 0.25);
                  return wall.mix(outside, out).premultiplied(1);
                }));
    studio.ground(new Ground.Look(300, 10, 0.4, 0.8, 0, 0, 90));
    studio.upright(
        2.4,
        Stage.rowOf(2.4) - 150,
        Stage.rowOf(2.4) + 10,
        0,
        p -> {
          Random random = studio.stage.random(231);
          for (int i = 0; i < studio.stage.period() / 190; i++) {
            double x = random.nextDouble() * studio.stage.period();
            double tall = (90 + 190 * random.nextDouble()) / 2.4;
            p.paintAt(
                x,
                Stage.rowOf(2.4),
                60,
                brush -> {
                  brush.setColor(rock.times(0.75).awt());
                  brush.fill(
                      Shapes.closed(
                          -tall * 0.3,
                          2,
                          -tall * 0.12,
                          -tall * 0.5,
                          0,
                          -tall,
                          tall * 0.1,
                          -tall * 0.5,
                          tall * 0.28,
                          2));
                  brush.setColor(rock.mix(glow, 0.3).awt(0.6));
                  brush.fill(
                      Shapes.closed(
                          0,
                          -tall,
                          tall * 0.1,
                          -tall * 0.5,
                          tall * 0.26,
                          0,
                          tall * 0.06,
                          -tall * 0.3));
                });
          }
        });
  }
}
