package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/**
 * Country buildings: cottages, barns, fences, castles and ruins, each 100 units high at scale 1.
 */
final class Houses {
  private final Studio studio;
  private final Light light;
  private final Materials materials;

  Houses(Studio studio) {
    this.studio = studio;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  /** A row of cottages with gabled roofs. */
  void cottages(Painting painting, double depth, double each) {
    Random random = studio.stage.random(81);
    int count = (int) Math.max(2, studio.stage.period() / each);
    double gap = studio.stage.period() / count;
    for (int i = 0; i < count; i++) {
      double x = gap * (i + 0.3 + 0.4 * random.nextDouble());
      double scale = (3.0 + 0.8 * random.nextDouble()) / depth;
      Colour wall = materials.wall().mix(materials.accent(random.nextInt(9)), 0.16);
      Colour roof = materials.roof().times(0.85 + 0.3 * random.nextDouble());
      painting.paintAt(
          x,
          Stage.rowOf(depth),
          110 * scale,
          brush -> {
            brush.scale(scale, scale);
            cottage(brush, wall, roof, random);
          });
    }
  }

  private void cottage(Graphics2D brush, Colour wall, Colour roof, Random random) {
    double far = studio.light.dark() ? 0.05 : 0.08;
    Colour lit = light.hazed(light.lit(wall), far);
    Colour side = light.hazed(light.shaded(wall), far);
    Colour tiles = light.hazed(light.lit(roof), far);
    brush.setColor(light.shadow().awt(0.3));
    brush.fill(Shapes.ellipse(-8, 1, 84, 7));
    brush.setColor(side.awt());
    brush.fill(Shapes.polygon(-62, 0, -62, -44, -34, -78, -6, -44, -6, 0));
    brush.setColor(lit.awt());
    brush.fill(new Rectangle2D.Double(-6, -44, 70, 44));
    brush.setColor(tiles.awt());
    brush.fill(Shapes.polygon(-38, -82, 50, -82, 72, -40, -10, -40));
    brush.setColor(tiles.times(0.8).awt());
    brush.fill(Shapes.polygon(-38, -82, -68, -40, -61, -40, -34, -76, -6, -40, -12, -40));
    brush.setColor(side.times(0.9).awt());
    brush.fill(new Rectangle2D.Double(28, -98, 11, 22));
    window(brush, 8, -33, 14, 16, random);
    window(brush, 42, -33, 14, 16, random);
    window(brush, -43, -34, 16, 18, random);
    brush.setColor(light.lit(materials.trunk()).awt());
    brush.fill(new Rectangle2D.Double(26, -26, 13, 26));
  }

  /** A window with a cross; at night most of them are lit. */
  void window(Graphics2D brush, double x, double y, double wide, double high, Random random) {
    boolean on = light.lamps() > 0.3 && random.nextDouble() < 0.3 + 0.25 * light.lamps();
    Colour glass =
        on
            ? Colour.of(255, 214, 130).mix(light.sun(), 0.1)
            : light.shaded(Colour.of(120, 150, 172)).mix(light.haze(), 0.3);

    brush.setColor(light.lit(Colour.of(244, 238, 226)).awt());
    brush.fill(new Rectangle2D.Double(x - 1.6, y - 1.6, wide + 3.2, high + 3.2));
    brush.setColor(glass.awt());
    brush.fill(new Rectangle2D.Double(x, y, wide, high));
    brush.setColor(light.lit(Colour.of(244, 238, 226)).awt(0.9));
    brush.setStroke(new BasicStroke(1.1f));
    brush.draw(new Line2D.Double(x + wide / 2, y, x + wide / 2, y + high));
    brush.draw(new Line2D.Double(x, y + high / 2, x + wide, y + high / 2));
  }

  /** A long brick house with rows of windows, a clock over the door, and a flag. */
  void school(Painting painting, double depth) {
    Random random = studio.stage.random(87);
    double scale = 5.4 / depth;
    Colour brick = light.hazed(light.lit(Colour.of(196, 112, 84)), 0.1);
    Colour shade = light.hazed(light.shaded(Colour.of(196, 112, 84)), 0.1);
    Colour white = light.lit(Colour.of(244, 240, 230));
    Colour roof = light.hazed(light.lit(Colour.of(104, 92, 98)), 0.1);
    painting.paintAt(
        0.56 * studio.stage.width(),
        Stage.rowOf(depth),
        200 * scale,
        brush -> {
          brush.scale(scale, scale);
          brush.setColor(light.shadow().awt(0.3));
          brush.fill(Shapes.ellipse(-8, 1, 170, 7));
          brush.setColor(brick.awt());
          brush.fill(new Rectangle2D.Double(-150, -66, 300, 66));
          brush.setColor(roof.awt());
          brush.fill(Shapes.polygon(-158, -64, -140, -88, 140, -88, 158, -64));
          brush.setColor(shade.mix(brick, 0.6).awt());
          brush.fill(Shapes.polygon(-34, 0, -34, -84, 0, -112, 34, -84, 34, 0));
          brush.setColor(white.awt());
          brush.fill(new Rectangle2D.Double(-150, -35, 300, 2.4));
          brush.fill(Shapes.disc(0, -86, 10));
          brush.setColor(Colour.of(60, 54, 58).awt());
          brush.setStroke(new BasicStroke(1.4f));
          brush.draw(Shapes.disc(0, -86, 10));
          brush.draw(new Line2D.Double(0, -86, 0, -93));
          brush.draw(new Line2D.Double(0, -86, 5, -84));
          for (double x = -140; x < 140; x += 26) {
            if (Math.abs(x + 8) < 40) {
              continue;
            }
            window(brush, x, -58, 15, 17, random);
            window(brush, x, -26, 15, 17, random);
          }
          window(brush, -22, -66, 14, 16, random);
          window(brush, 8, -66, 14, 16, random);
          brush.setColor(light.lit(materials.trunk()).awt());
          brush.fill(new Rectangle2D.Double(-14, -32, 28, 32));
          brush.setColor(white.awt());
          brush.draw(new Line2D.Double(0, -32, 0, 0));
          brush.draw(new Line2D.Double(0, -112, 0, -140));
          brush.setColor(light.lit(Colour.of(206, 66, 58)).awt());
          brush.fill(Shapes.closed(0, -140, 24, -136, 22, -126, 0, -125));
        });
  }

  /** Red barns, far from each other. */
  void barns(Painting painting, double depth) {
    Random random = studio.stage.random(83);
    double scale = 4.2 / depth;
    Colour red = light.lit(Colour.of(168, 62, 48));
    Colour dark = light.shaded(Colour.of(168, 62, 48));
    Colour roof = light.lit(Colour.of(120, 112, 108));
    Colour white = light.lit(Colour.of(244, 238, 228));
    for (double at : new double[] {0.3, 0.78}) {
      painting.paintAt(
          at * studio.stage.period(),
          Stage.rowOf(depth),
          120 * scale,
          brush -> {
            brush.scale(scale, scale);
            brush.setColor(dark.awt());
            brush.fill(
                Shapes.polygon(-58, 0, -58, -48, -46, -72, -22, -84, 2, -72, 14, -48, 14, 0));
            brush.setColor(red.awt());
            brush.fill(new Rectangle2D.Double(14, -48, 66, 48));
            brush.setColor(roof.awt());
            brush.fill(Shapes.polygon(-22, -88, 44, -88, 70, -74, 86, -45, 12, -45, 0, -74));
            brush.setColor(white.awt());
            brush.setStroke(new BasicStroke(2.2f));
            brush.draw(new Rectangle2D.Double(-38, -34, 32, 34));
            brush.draw(new Line2D.Double(-38, -34, -6, 0));
            brush.draw(new Line2D.Double(-6, -34, -38, 0));
            window(brush, -28, -62, 12, 13, random);
            window(brush, 40, -32, 14, 14, random);
          });
    }
  }

  void fence(Painting painting, double depth) {
    double step = 86 / depth;
    int count = (int) Math.round(studio.stage.period() / step);
    double gap = studio.stage.period() / count;
    double y = Stage.rowOf(depth);
    Colour wood = light.lit(materials.trunk().mix(Colour.of(220, 206, 184), 0.5));
    Colour shade = light.shaded(materials.trunk());
    for (int i = 0; i < count; i++) {
      painting.paintAt(
          i * gap,
          y,
          gap * 1.2,
          brush -> {
            brush.setColor(wood.times(0.92).awt());
            brush.fill(new Rectangle2D.Double(0, -70 / depth, gap + 1, 9 / depth));
            brush.fill(new Rectangle2D.Double(0, -38 / depth, gap + 1, 9 / depth));
            brush.setColor(shade.awt(0.6));
            brush.fill(new Rectangle2D.Double(0, -62 / depth, gap + 1, 2.5 / depth));
            brush.fill(new Rectangle2D.Double(0, -30 / depth, gap + 1, 2.5 / depth));
            brush.setColor(wood.awt());
            brush.fill(new Rectangle2D.Double(-6 / depth, -88 / depth, 12 / depth, 92 / depth));
            brush.setColor(shade.awt(0.5));
            brush.fill(new Rectangle2D.Double(3 / depth, -88 / depth, 3 / depth, 92 / depth));
          });
    }
  }

  /** A castle on the horizon. */
  void castle(Painting painting, double depth, double size, double distance, boolean broken) {
    Random random = studio.stage.random(85);
    double scale = size / depth;
    Colour lit = light.hazed(light.lit(Colour.of(196, 186, 170)), distance);
    Colour dark = light.hazed(light.shaded(Colour.of(196, 186, 170)), distance);
    Colour roof = light.hazed(light.lit(Colour.of(92, 98, 138)), distance);
    double[][] towers = {{-78, 62, 15}, {-40, 84, 18}, {6, 110, 22}, {50, 80, 17}, {84, 58, 14}};
    for (double at : new double[] {0.42, 0.92}) {
      painting.paintAt(
          at * studio.stage.period(),
          Stage.rowOf(depth),
          130 * scale,
          brush -> {
            brush.scale(scale, scale);
            brush.setColor(dark.awt());
            brush.fill(new Rectangle2D.Double(-84, -38, 174, 40));
            for (int x = -84; x < 88; x += 10) {
              brush.fill(new Rectangle2D.Double(x, -44, 6, 8));
            }
            for (double[] tower : towers) {
              double high = broken ? tower[1] * (0.4 + 0.5 * random.nextDouble()) : tower[1];
              brush.setColor(dark.awt());
              brush.fill(new Rectangle2D.Double(tower[0] - tower[2] / 2, -high, tower[2], high));
              brush.setColor(lit.awt());
              brush.fill(new Rectangle2D.Double(tower[0], -high, tower[2] / 2, high));
              if (broken) {
                brush.fill(
                    Shapes.polygon(
                        tower[0] - tower[2] / 2,
                        -high + 1,
                        tower[0] - 2,
                        -high - 8,
                        tower[0] + 2,
                        -high - 1,
                        tower[0] + tower[2] / 2,
                        -high - 5,
                        tower[0] + tower[2] / 2,
                        -high + 1));
              } else {
                brush.setColor(roof.awt());
                brush.fill(
                    Shapes.polygon(
                        tower[0] - tower[2] * 0.7,
                        -high,
                        tower[0],
                        -high - tower[2] * 1.7,
                        tower[0] + tower[2] * 0.7,
                        -high));
              }
              brush.setColor(
                  (light.lamps() > 0.3 ? Colour.of(255, 206, 120) : dark.times(0.6)).awt());
              brush.fill(new Rectangle2D.Double(tower[0] - 1.5, -high * 0.72, 3, 6));
              brush.fill(new Rectangle2D.Double(tower[0] - 1.5, -high * 0.45, 3, 6));
            }
            brush.setColor(dark.times(0.5).awt());
            brush.fill(Shapes.closed(-8, 1, -8, -16, 0, -24, 8, -16, 8, 1));
          });
    }
  }
}
