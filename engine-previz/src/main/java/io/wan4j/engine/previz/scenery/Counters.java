package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** What is baked and sold: ovens, racks of bread, shelves of goods. */
final class Counters {
  private final Studio studio;
  private final Light light;
  private final Materials materials;

  Counters(Studio studio) {
    this.studio = studio;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  private interface Unit {
    void paint(Graphics2D brush, Random random);
  }

  private void row(Painting painting, double depth, double each, Unit unit) {
    int count = (int) Math.max(2, Math.round(studio.stage.period() / each));
    double gap = studio.stage.period() / count;
    Random seeds = studio.stage.random(241);
    for (int i = 0; i < count; i++) {
      long own = seeds.nextLong();
      painting.paintAt(
          gap * (i + 0.5), Stage.rowOf(depth), each, brush -> unit.paint(brush, new Random(own)));
    }
  }

  /** Brick ovens with a fire, and racks of loaves between them. */
  void ovens(Painting painting) {
    row(painting, Interior.WALL, 620, this::oven);
  }

  private void oven(Graphics2D brush, Random random) {
    Colour brick = light.lit(Colour.of(176, 92, 66));
    brush.setColor(brick.awt());
    brush.fill(new Rectangle2D.Double(-130, -250, 260, 252));
    brush.setColor(brick.times(0.8).awt());
    for (int course = 0; course < 12; course++) {
      double y = -246 + course * 21;
      brush.fill(new Rectangle2D.Double(-130, y, 260, 2));
      for (double x = -130 + course % 2 * 22; x < 130; x += 44) {
        brush.fill(new Rectangle2D.Double(x, y, 2, 21));
      }
    }
    brush.setColor(brick.times(0.55).awt());
    brush.fill(new Arc2D.Double(-92, -190, 184, 184, 0, 180, Arc2D.PIE));
    brush.fill(new Rectangle2D.Double(-92, -99, 184, 40));
    brush.setPaint(
        new RadialGradientPaint(
            0,
            -84,
            92,
            new float[] {0, 0.5f, 1},
            new Color[] {
              Colour.of(255, 226, 140).awt(),
              Colour.of(248, 142, 50).awt(),
              Colour.of(84, 30, 18).awt()
            }));
    brush.fill(new Arc2D.Double(-78, -172, 156, 160, 0, 180, Arc2D.PIE));
    brush.fill(new Rectangle2D.Double(-78, -93, 156, 28));
    rack(brush, 180, random);
  }

  private void rack(Graphics2D brush, double left, Random random) {
    Colour wood = light.lit(Colour.of(122, 80, 48));
    for (int tier = 0; tier < 4; tier++) {
      double y = -70 - 84 * tier;
      for (double x = left + 14; x < left + 220; x += 44) {
        loaf(brush, x, y, 19 + 3 * random.nextDouble(), random);
      }
      brush.setColor(wood.awt());
      brush.fill(new Rectangle2D.Double(left - 10, y, 240, 9));
    }
    brush.setColor(wood.times(0.85).awt());
    brush.fill(new Rectangle2D.Double(left - 12, -350, 9, 352));
    brush.fill(new Rectangle2D.Double(left + 224, -350, 9, 352));
  }

  private void loaf(Graphics2D brush, double x, double y, double r, Random random) {
    Colour crust =
        light.lit(Colour.of(206, 136, 66).mix(Colour.of(232, 184, 112), random.nextDouble()));
    brush.setColor(crust.times(0.8).awt());
    brush.fill(
        Shapes.closed(x - r, y, x - r, y - r * 0.8, x, y - r * 1.25, x + r, y - r * 0.8, x + r, y));
    brush.setColor(crust.awt());
    brush.fill(
        Shapes.closed(
            x - r * 0.85,
            y - 3,
            x - r * 0.8,
            y - r * 0.8,
            x,
            y - r * 1.18,
            x + r * 0.7,
            y - r * 0.7,
            x + r * 0.6,
            y - 4));
    brush.setColor(light.lit(Colour.of(250, 226, 176)).awt(0.8));
    for (int i = -1; i < 2; i++) {
      Shapes.limb(
          brush, x + i * r * 0.4 - 3, y - r * 0.5, 1.1, x + i * r * 0.4 + 3, y - r * 0.95, 1.1);
    }
  }

  /** A table in front with dough and loaves. */
  void loaves(Painting painting, double depth) {
    double u = 1 / depth;
    row(
        painting,
        depth,
        900 * u,
        (brush, random) -> {
          brush.scale(u, u);
          Colour wood = light.lit(Colour.of(168, 118, 74));
          brush.setColor(light.shadow().awt(0.25));
          brush.fill(Shapes.ellipse(0, 2, 230, 12));
          brush.setColor(wood.times(0.7).awt());
          for (double x : new double[] {-190, 176}) {
            brush.fill(new Rectangle2D.Double(x, -120, 16, 122));
          }
          brush.setColor(wood.awt());
          brush.fill(new RoundRectangle2D.Double(-216, -136, 432, 20, 8, 8));
          for (int i = 0; i < 5; i++) {
            loaf(brush, -150 + 62 * i, -136, 25, random);
          }
          brush.setColor(light.lit(Colour.of(248, 240, 224)).awt());
          brush.fill(Shapes.closed(142, -136, 148, -160, 174, -164, 196, -150, 198, -136));
        });
  }

  /** Shelves of coloured goods and a cold cabinet, under a strip of light. */
  void goods(Painting painting) {
    row(painting, Interior.WALL, 330, this::shelf);
  }

  private void shelf(Graphics2D brush, Random random) {
    Colour steel = light.lit(Colour.of(226, 230, 232));
    brush.setColor(steel.times(0.8).awt());
    brush.fill(new Rectangle2D.Double(-150, -370, 300, 372));
    brush.setColor(light.lit(Colour.of(252, 254, 255)).awt());
    brush.fill(new Rectangle2D.Double(-150, -392, 300, 22));
    for (int tier = 0; tier < 5; tier++) {
      double y = -14 - 72 * tier;
      double x = -142;
      while (x < 124) {
        Colour colour = HUES[random.nextInt(HUES.length)];
        int alike = 2 + random.nextInt(3);
        double wide = 15 + 9 * random.nextDouble();
        double tall = 30 + 24 * random.nextDouble();
        boolean round = random.nextBoolean();
        for (int i = 0; i < alike && x < 124; i++) {
          brush.setColor(light.lit(colour).awt());
          brush.fill(
              new RoundRectangle2D.Double(x, y - tall, wide, tall, round ? 11 : 3, round ? 11 : 3));
          brush.setColor(light.lit(Colour.of(252, 250, 244)).awt(0.85));
          brush.fill(new Rectangle2D.Double(x + 2, y - tall * 0.66, wide - 4, tall * 0.3));
          x += wide + 2;
        }
        x += 5;
      }
      brush.setColor(steel.awt());
      brush.fill(new Rectangle2D.Double(-152, y, 304, 7));
      brush.setColor(light.lit(materials.accent(0)).awt());
      brush.fill(new Rectangle2D.Double(-152, y + 5, 304, 3));
    }
  }

  private static final Colour[] HUES = {
    Colour.of(214, 66, 60),
    Colour.of(240, 178, 60),
    Colour.of(70, 150, 96),
    Colour.of(60, 120, 190),
    Colour.of(232, 120, 150),
    Colour.of(150, 100, 180),
    Colour.of(240, 130, 60)
  };
}
