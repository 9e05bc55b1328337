package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.scenery.Trees.Kind;
import java.util.Random;

/** Open country: savanna, meadow, forest, mountains, desert, snow. */
final class NaturalPlaces {
  private NaturalPlaces() {}

  static void savanna(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.5)
        .hills(0.88, 14, 44, 620, 24, 21)
        .hills(0.72, 2, 30, 420, 14, 33)
        .trees(Kind.ACACIA, 9, 0.45, 190, 3.4, 8)
        .haze(0.3)
        .ground(new Ground.Look(12500, 24, 0.42, 0.5, 0, 0, 5))
        .trees(Kind.ACACIA, 4.2, 0.22, 560, 4.4, 14)
        .trees(Kind.BUSH, 2.6, 0.12, 900, 1.2, 15)
        .foreground(120, 1);
  }

  static void meadow(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.5)
        .hills(0.80, 20, 50, 520, 24, 21)
        .hills(0.58, 4, 34, 380, 14, 33)
        .trees(Kind.BROADLEAF, 9, 0.42, 120, 3.6, 8)
        .haze(0.22)
        .ground(new Ground.Look(12500, 24, 0.4, 0.45, 0, 900, 2))
        .trees(Kind.BROADLEAF, 4.4, 0.16, 620, 5.2, 14)
        .trees(Kind.BUSH, 3.0, 0.08, 640, 1.7, 15)
        .foreground(100, 0.9);
  }

  static void farm(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.46)
        .hills(0.78, 16, 40, 520, 24, 21)
        .trees(Kind.BROADLEAF, 9, 0.4, 150, 3.4, 8)
        .haze(0.2)
        .ground(new Ground.Look(12000, 22, 0.4, 0.5, 0, 260, 3))
        .upright(
            5, Stage.rowOf(5) - 150, Stage.rowOf(5) + 10, 0, p -> new Houses(studio).barns(p, 5))
        .trees(Kind.BROADLEAF, 3.9, 0.14, 800, 4.6, 14)
        .upright(
            2.7,
            Stage.rowOf(2.7) - 60,
            Stage.rowOf(2.7) + 8,
            0,
            p -> new Houses(studio).fence(p, 2.7))
        .foreground(80, 0.8);
  }

  static void forest(Studio studio) {
    Woods woods = new Woods(studio);
    studio
        .sky()
        .trees(Kind.CONIFER, 16, 0.72, 46, 22, 31)
        .trees(Kind.BROADLEAF, 11, 0.55, 70, 12, 32)
        .haze(0.5)
        .ground(new Ground.Look(8000, 18, 0.5, 0.9, 0, 110, 14))
        .endless(8, Stage.ABOVE, Stage.rowOf(8) + 4, p -> woods.trunks(p, 8, 0.42, 58, 90))
        .trees(Kind.CONIFER, 6.5, 0.34, 150, 12.5, 8)
        .endless(5.4, Stage.ABOVE, 320, p -> woods.canopy(p, 5.4, 0.2, 150))
        .endless(4.6, Stage.ABOVE, Stage.rowOf(4.6) + 6, p -> woods.trunks(p, 4.6, 0.2, 210, 120))
        .upright(30, 0, Stage.HORIZON + 150, 0, p -> new Air(studio).beams(p))
        .endless(3.0, Stage.ABOVE, Stage.rowOf(3) + 8, p -> woods.trunks(p, 3.0, 0.06, 640, 150))
        .trees(Kind.BUSH, 2.7, 0.06, 300, 1.9, 11)
        .upright(
            2.1, Stage.rowOf(2.1) - 40, Stage.rowOf(2.1) + 8, 0, p -> mushrooms(studio, p, 2.1))
        .foreground(110, 0.9);
  }

  static void bamboo(Studio studio) {
    Bamboo bamboo = new Bamboo(studio);
    studio
        .sky()
        .hills(0.72, 6, 40, 420, 24, 21)
        .haze(0.6)
        .ground(new Ground.Look(7600, 16, 0.5, 0.8, 0, 40, 12))
        .endless(10, Stage.ABOVE, Stage.rowOf(10) + 4, p -> bamboo.canes(p, 10, 0.6, 17, 52))
        .endless(7, Stage.ABOVE, Stage.rowOf(7) + 4, p -> bamboo.canes(p, 7, 0.42, 30, 52))
        .endless(5.4, Stage.ABOVE, 300, p -> bamboo.roof(p, 5.4, 0.3, 60))
        .endless(4.8, Stage.ABOVE, Stage.rowOf(4.8) + 6, p -> bamboo.canes(p, 4.8, 0.22, 74, 54))
        .upright(30, 0, Stage.HORIZON + 150, 0, p -> new Air(studio).beams(p))
        .endless(3.2, Stage.ABOVE, Stage.rowOf(3.2) + 8, p -> bamboo.canes(p, 3.2, 0.06, 190, 56))
        .trees(Kind.BUSH, 2.8, 0.06, 420, 1.4, 11)
        .foreground(80, 0.8);
  }

  /** Rice terraces that climb the hills. */
  static void terraces(Studio studio) {
    Terraces terraces = new Terraces(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.46)
        .mountains(0.66, 210, 560, 1, 34, 21)
        .hills(0.55, 120, 60, 480, 24, 33)
        .upright(
            20,
            Stage.HORIZON - 170,
            Stage.HORIZON + 20,
            0,
            p -> terraces.slope(p, Stage.HORIZON - 96, Stage.HORIZON + 16, 9, 0.5, 511))
        .trees(Kind.BROADLEAF, 10, 0.4, 260, 3.0, 8)
        .ground(new Ground.Look(9000, 20, 0.4, 0.5, 0, 90, 2))
        .upright(
            9,
            Stage.HORIZON - 40,
            Stage.rowOf(2.6),
            0,
            p -> terraces.slope(p, Stage.HORIZON + 2, Stage.rowOf(2.7), 7, 0.22, 512))
        .trees(Kind.BROADLEAF, 3.2, 0.12, 900, 4.0, 14)
        .foreground(90, 0.8);
  }

  static void jungle(Studio studio) {
    Woods woods = new Woods(studio);
    studio
        .sky()
        .trees(Kind.PALM, 14, 0.66, 60, 16, 31)
        .trees(Kind.BROADLEAF, 10, 0.5, 60, 10, 32)
        .haze(0.6)
        .ground(new Ground.Look(14000, 34, 0.7, 0.7, 0, 60, 10))
        .trees(Kind.PALM, 6.4, 0.3, 120, 10, 8)
        .endless(6, Stage.ABOVE, 330, p -> woods.canopy(p, 6, 0.24, 160))
        .endless(5, Stage.ABOVE, Stage.rowOf(5) + 6, p -> woods.trunks(p, 5, 0.2, 340, 130))
        .upright(4.4, -300, 330, 3, p -> woods.lianas(p, 4.4))
        .upright(30, 0, Stage.HORIZON + 150, 0, p -> new Air(studio).beams(p))
        .trees(Kind.PALM, 3.4, 0.08, 420, 6.4, 10)
        .trees(Kind.BUSH, 2.7, 0.05, 170, 2.4, 11)
        .foreground(150, 1.2);
  }

  private static void mushrooms(Studio studio, Painting painting, double depth) {
    Random random = studio.stage.random(91);
    int count = (int) (studio.stage.period() / 90);
    for (int i = 0; i < count; i++) {
      double size = (0.5 + random.nextDouble()) / depth;
      double x = random.nextDouble() * studio.stage.period();
      double y = Stage.rowOf(depth) + 8 * random.nextGaussian() / depth;
      var cap = studio.light.lit(studio.materials.accent(1 + random.nextInt(2)));
      var stem = studio.light.lit(studio.materials.accent(0));
      painting.paintAt(
          x,
          y,
          30,
          brush -> {
            brush.scale(size, size);
            brush.setColor(stem.times(0.86).awt());
            io.wan4j.engine.previz.paint.Shapes.limb(brush, 0, 0, 4, 0, -18, 3.2);
            brush.setColor(cap.awt());
            brush.fill(
                io.wan4j.engine.previz.paint.Shapes.closed(
                    -16, -16, -12, -28, 0, -34, 12, -28, 16, -16, 0, -13));
            brush.setColor(stem.awt(0.9));
            brush.fill(io.wan4j.engine.previz.paint.Shapes.disc(-5, -25, 2.4));
            brush.fill(io.wan4j.engine.previz.paint.Shapes.disc(5, -22, 2));
          });
    }
  }

  static void mountains(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.46)
        .mountains(0.62, 300, 620, 0.42, 34, 21)
        .mountains(0.34, 205, 430, 0.58, 22, 22)
        .hills(0.5, 16, 40, 360, 14, 33)
        .trees(Kind.CONIFER, 10, 0.42, 40, 4.6, 8)
        .haze(0.35)
        .ground(new Ground.Look(10500, 18, 0.4, 0.6, 0, 340, 16))
        .trees(Kind.CONIFER, 5.2, 0.2, 190, 5.4, 9)
        .trees(Kind.CONIFER, 3.4, 0.1, 700, 5.6, 10)
        .foreground(70, 0.6);
  }

  static void desert(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.36)
        .mountains(0.66, 130, 460, 1, 34, 21)
        .hills(0.62, 10, 46, 520, 20, 33)
        .hills(0.40, -8, 34, 760, 13, 35)
        .haze(0.3)
        .ground(new Ground.Look(420, 18, 0.4, 0.4, 0.34, 0, 9))
        .trees(Kind.CACTUS, 5.2, 0.2, 420, 3.2, 9)
        .trees(Kind.CACTUS, 3.0, 0.08, 900, 3.2, 10)
        .trees(Kind.BUSH, 2.4, 0.06, 760, 0.8, 11);
  }

  static void snow(Studio studio) {
    snowfield(studio.sky());
  }

  /** Snow under the northern lights. */
  static void aurora(Studio studio) {
    Aurora aurora = new Aurora(studio);
    snowfield(studio.sky().endless(900, Stage.ABOVE, Stage.HORIZON, aurora::paint));
  }

  private static void snowfield(Studio studio) {
    studio
        .clouds(Clouds.Kind.STREAKS, 0.44)
        .mountains(0.66, 230, 560, 0.2, 34, 21)
        .hills(0.55, 8, 40, 520, 16, 33)
        .trees(Kind.CONIFER, 10, 0.5, 60, 5, 8)
        .haze(0.35)
        .ground(new Ground.Look(160, 12, 0.4, 0.8, 0.10, 0, 3))
        .trees(Kind.CONIFER, 5.0, 0.2, 260, 6.2, 9)
        .trees(Kind.CONIFER, 3.0, 0.06, 620, 6.2, 10);
  }
}
