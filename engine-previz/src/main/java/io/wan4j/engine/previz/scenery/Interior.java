package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Rooms: a back wall, a floor of boards or tiles, and what hangs and stands there. */
final class Interior {
  /** Where the back wall stands. */
  static final double WALL = 2.6;

  private static final Colour LAMP = Colour.of(255, 214, 146);
  private static final double FOOT = Stage.rowOf(WALL);

  private final Studio studio;
  private final Stage stage;
  private final Light light;
  private final Materials materials;

  Interior(Studio studio) {
    this.studio = studio;
    this.stage = studio.stage;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  /** A plastered wall with a lighter upper part and a skirting board. */
  void wall(Painting painting, Colour colour, Colour panel) {
    Colour lit = light.lit(colour);
    Colour low = light.lit(panel);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double t = Ease.clamp((y - 40) / FOOT);
          double fine = (Noise.hash((int) (x * 3), (int) (y * 3), 3) - 0.5) * 0.014;
          double corner = 1 - 0.16 * Ease.step(140, -160, y) - 0.10 * Ease.step(FOOT - 60, FOOT, y);
          Colour base = y > FOOT - 62 ? low : lit;
          return base.times(corner * (0.96 + 0.06 * t) + fine).premultiplied(1);
        });
    painting.paint(
        brush -> {
          brush.setColor(low.times(0.84).awt());
          brush.fill(new Rectangle2D.Double(0, FOOT - 64, stage.period(), 3));
          brush.setColor(low.times(1.12).awt());
          brush.fill(new Rectangle2D.Double(0, FOOT - 67, stage.period(), 3));
          brush.setColor(low.times(0.66).awt());
          brush.fill(new Rectangle2D.Double(0, FOOT - 9, stage.period(), 9));
        });
  }

  /** Boards that run across the picture, with a soft reflection of the wall. */
  void boards(Painting painting, boolean tiles) {
    Colour far = light.lit(materials.groundFar());
    Colour near = light.lit(materials.groundNear());
    int seed = stage.salted(191);
    for (int row = 0; row < painting.rows(); row++) {
      double y = painting.rowAt(row);
      double depth = Stage.EYE / Math.max(4, y - Stage.HORIZON);
      double board = Math.floor(depth / 0.16);
      double edge = depth / 0.16 - board;
      double t = Ease.clamp((y - FOOT) / 260);
      Colour base = far.mix(near, t);
      double joints = stage.period() / Math.round(stage.period() / (tiles ? 60 : 260));
      double shift = tiles ? 0 : Noise.hash((int) board, 3, seed) * joints;
      double shade = tiles ? 1 : 0.92 + 0.16 * Noise.hash((int) board, 7, seed);
      int r = row;
      painting.fill(
          row,
          row + 1,
          (x, same) -> {
            double along = (x + shift) % joints;
            boolean joint = edge < 0.07 || along < 1.3;
            double vein =
                tiles
                    ? 0
                    : (Noise.fractal(
                                x / stage.period() * stage.cells(60),
                                depth * 60,
                                stage.cells(60),
                                seed,
                                3)
                            - 0.5)
                        * 0.16;
            double check = tiles && ((int) board + (int) ((x + shift) / joints)) % 2 == 0 ? 0.9 : 1;
            double fine = (Noise.hash((int) (x * 3), r, 5) - 0.5) * 0.02;
            double gloss = 0.12 * Ease.step(FOOT + 70, FOOT, y);
            return base.times((joint ? 0.8 : 1) * shade * check + vein + fine + gloss)
                .premultiplied(1);
          });
    }
  }

  private interface Thing {
    void paint(Graphics2D brush, Random random);
  }

  private void every(Painting painting, double each, double from, double y, int salt, Thing thing) {
    int count = (int) Math.max(1, Math.round(stage.period() / each));
    double gap = stage.period() / count;
    Random random = stage.random(salt);
    for (int i = 0; i < count; i++) {
      long own = random.nextLong();
      painting.paintAt(gap * i + from * gap, y, 240, brush -> thing.paint(brush, new Random(own)));
    }
  }

  /** Windows with curtains; by day the sky stands in them. */
  void windows(Painting painting, double each, double from) {
    every(
        painting,
        each,
        from,
        FOOT - 104,
        201,
        (brush, random) -> {
          Colour top = light.sky().getFirst();
          Colour low = light.sky().getLast();
          Colour frame = light.lit(Colour.of(250, 246, 238));
          brush.setColor(frame.awt());
          brush.fill(new Rectangle2D.Double(-74, -214, 148, 220));
          brush.setPaint(new GradientPaint(0, -210, top.awt(), 0, 0, low.awt()));
          brush.fill(new Rectangle2D.Double(-67, -207, 134, 206));
          Colour hill = light.haze().mix(light.lit(materials.foliage()), 0.5);
          brush.setColor(hill.awt());
          brush.fill(Shapes.closed(-67, -1, -67, -42, -30, -58, 10, -40, 40, -54, 67, -44, 67, -1));
          brush.setColor(frame.awt());
          brush.fill(new Rectangle2D.Double(-3, -207, 6, 206));
          brush.fill(new Rectangle2D.Double(-67, -112, 134, 5));
          brush.fill(new Rectangle2D.Double(-84, 2, 168, 10));
          Colour cloth = light.lit(materials.accent(1));
          for (int side = -1; side <= 1; side += 2) {
            brush.setPaint(
                new GradientPaint(
                    side * 110f, 0, cloth.times(0.8).awt(), side * 56f, 0, cloth.awt()));
            brush.fill(
                Shapes.polygon(
                    side * 112,
                    -228,
                    side * 46,
                    -228,
                    side * 52,
                    -100,
                    side * 70,
                    -60,
                    side * 74,
                    40,
                    side * 112,
                    40));
            brush.setColor(cloth.times(0.68).awt(0.5));
            for (int i = 0; i < 3; i++) {
              brush.fill(new Rectangle2D.Double(side * (80 + 11 * i) - 1.5, -226, 3, 264));
            }
          }
          brush.setColor(light.lit(materials.trunk()).awt());
          Shapes.limb(brush, -122, -230, 4, 122, -230, 4);
          if (!light.dark()) {
            brush.setColor(light.sun().awt(0.10));
            brush.fill(Shapes.polygon(-67, -207, 67, -207, 210, 180, -10, 180));
          }
        });
  }

  void pictures(Painting painting, double each, double from) {
    every(
        painting,
        each,
        from,
        FOOT - 210,
        203,
        (brush, random) -> {
          double wide = 70 + 40 * random.nextDouble();
          double high = 56 + 30 * random.nextDouble();
          brush.setColor(light.shadow().awt(0.2));
          brush.fill(new Rectangle2D.Double(-wide / 2 + 4, -high / 2 + 5, wide, high));
          brush.setColor(light.lit(materials.trunk()).awt());
          brush.fill(new Rectangle2D.Double(-wide / 2, -high / 2, wide, high));
          Colour a = light.lit(materials.accent(random.nextInt(4)));
          brush.setColor(light.lit(Colour.of(246, 240, 228)).awt());
          brush.fill(new Rectangle2D.Double(-wide / 2 + 5, -high / 2 + 5, wide - 10, high - 10));
          brush.setPaint(
              new GradientPaint(
                  0,
                  (float) (-high / 2),
                  a.mix(light.lit(Colour.of(250, 240, 220)), 0.6).awt(),
                  0,
                  (float) (high / 2),
                  a.awt()));
          brush.fill(new Rectangle2D.Double(-wide / 2 + 11, -high / 2 + 11, wide - 22, high - 22));
          brush.setColor(a.times(0.6).awt(0.8));
          brush.fill(
              Shapes.polygon(
                  -wide / 2 + 11,
                  high / 2 - 11,
                  -wide * 0.1,
                  -high * 0.1,
                  wide * 0.12,
                  high * 0.16,
                  wide * 0.24,
                  0,
                  wide / 2 - 11,
                  high / 2 - 11));
        });
  }

  void shelves(Painting painting, double each, double from, int tiers) {
    every(
        painting,
        each,
        from,
        FOOT - 4,
        205,
        (brush, random) -> {
          Colour wood = light.lit(materials.trunk());
          double high = 74 * tiers + 12;
          brush.setColor(wood.times(0.6).awt());
          brush.fill(new Rectangle2D.Double(-84, -high, 168, high));
          for (int tier = 0; tier < tiers; tier++) {
            double base = -6 - 74 * tier;
            double x = -76;
            while (x < 70) {
              double wide = 7 + 8 * random.nextDouble();
              double tall = 38 + 24 * random.nextDouble();
              Colour spine =
                  light
                      .lit(materials.accent(random.nextInt(9)))
                      .times(0.7 + 0.4 * random.nextDouble());
              brush.setColor(spine.awt());
              brush.fill(new Rectangle2D.Double(x, base - tall, wide - 1, tall));
              x += wide + (random.nextDouble() < 0.12 ? 16 : 0);
            }
            brush.setColor(wood.awt());
            brush.fill(new Rectangle2D.Double(-86, base, 172, 6));
          }
          brush.setColor(wood.times(0.88).awt());
          brush.fill(new Rectangle2D.Double(-88, -high - 6, 176, 8));
          brush.fill(new Rectangle2D.Double(-88, -high, 6, high + 4));
          brush.fill(new Rectangle2D.Double(82, -high, 6, high + 4));
        });
  }

  /** Kitchen units with a worktop, an oven, and shelves with pots above. */
  void kitchen(Painting painting) {
    every(
        painting,
        560,
        0.5,
        FOOT,
        207,
        (brush, random) -> {
          Colour door = light.lit(materials.roof());
          Colour top = light.lit(Colour.of(232, 224, 210));
          for (int i = -4; i < 4; i++) {
            brush.setColor(door.times(i % 2 == 0 ? 1 : 0.95).awt());
            brush.fill(new Rectangle2D.Double(i * 70 + 1, -96, 68, 92));
            brush.setColor(door.times(0.78).awt());
            brush.draw(new RoundRectangle2D.Double(i * 70 + 9, -86, 52, 74, 4, 4));
            brush.setColor(light.lit(Colour.of(214, 180, 120)).awt());
            brush.fill(Shapes.disc(i * 70 + 57, -62, 3));
          }
          brush.setColor(Colour.of(40, 40, 44).awt());
          brush.fill(new RoundRectangle2D.Double(-66, -88, 62, 78, 6, 6));
          brush.setPaint(
              new RadialGradientPaint(
                  -35,
                  -46,
                  38,
                  new float[] {0, 1},
                  new Color[] {Colour.of(255, 190, 96).awt(), Colour.of(90, 40, 24).awt()}));
          brush.fill(new RoundRectangle2D.Double(-58, -72, 46, 46, 6, 6));
          brush.setColor(top.awt());
          brush.fill(new Rectangle2D.Double(-284, -108, 568, 12));
          brush.setColor(top.times(0.8).awt());
          brush.fill(new Rectangle2D.Double(-284, -97, 568, 3));
          pots(brush, random);
        });
  }

  private void pots(Graphics2D brush, Random random) {
    Colour wood = light.lit(materials.trunk());
    for (double y : new double[] {-214, -288}) {
      brush.setColor(wood.awt());
      brush.fill(new Rectangle2D.Double(-250, y, 220, 7));
      for (int i = 0; i < 5; i++) {
        Colour pot = light.lit(materials.accent(random.nextInt(9)));
        double x = -232 + i * 44;
        double r = 12 + 6 * random.nextDouble();
        brush.setColor(pot.awt());
        brush.fill(
            Shapes.closed(
                x - r, y, x - r, y - r * 1.3, x, y - r * 1.7, x + r, y - r * 1.3, x + r, y));
        brush.setColor(pot.times(1.2).awt(0.6));
        brush.fill(Shapes.ellipse(x - r * 0.4, y - r * 0.9, r * 0.2, r * 0.5));
      }
    }
    brush.setColor(Colour.of(206, 206, 200).under(light.key()).awt());
    brush.fill(Shapes.polygon(70, -300, 190, -300, 166, -230, 94, -230));
    brush.fill(new Rectangle2D.Double(112, -420, 36, 124));
  }

  void board(Painting painting, double each, double from) {
    every(
        painting,
        each,
        from,
        FOOT - 110,
        209,
        (brush, random) -> {
          brush.setColor(light.lit(materials.trunk()).awt());
          brush.fill(new RoundRectangle2D.Double(-176, -196, 352, 200, 6, 6));
          brush.setColor(light.lit(Colour.of(52, 88, 74)).awt());
          brush.fill(new Rectangle2D.Double(-166, -186, 332, 176));
          brush.setColor(Colour.of(240, 244, 236).awt(0.55));
          brush.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          for (int i = 0; i < 4; i++) {
            brush.draw(
                new Line2D.Double(
                    -140, -156 + 36 * i, -40 + 120 * random.nextDouble(), -156 + 36 * i));
          }
          brush.draw(Shapes.disc(100, -110, 34));
        });
  }

  /** A wall of glass over the roofs of a town. */
  void panes(Painting painting) {
    every(
        painting,
        300,
        0.5,
        FOOT - 70,
        213,
        (brush, random) -> {
          Colour top = light.sky().getFirst();
          Colour low = light.sky().getLast();
          brush.setPaint(new GradientPaint(0, -400, top.awt(), 0, 0, low.awt()));
          brush.fill(new Rectangle2D.Double(-160, -390, 320, 392));
          for (int i = 0; i < 6; i++) {
            double tall = 60 + 150 * random.nextDouble();
            double x = -150 + 50 * i;
            brush.setColor(
                light.hazed(light.lit(materials.roof()), 0.35 + 0.3 * random.nextDouble()).awt());
            brush.fill(new Rectangle2D.Double(x, -tall, 46, tall + 2));
          }
          Colour frame = light.lit(Colour.of(246, 248, 250));
          brush.setColor(frame.awt());
          brush.fill(new Rectangle2D.Double(-158, -392, 9, 394));
          brush.fill(new Rectangle2D.Double(-160, -140, 322, 6));
          brush.fill(new Rectangle2D.Double(-160, -2, 322, 10));
          brush.setColor(Colour.of(255, 255, 255).awt(0.10));
          brush.fill(Shapes.polygon(-110, -392, -30, -392, -120, 0, -150, 0, -150, -210));
        });
  }
}
