package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Steel and concrete: the hall of a factory and what stands in it. */
final class Machinery {
  private static final double BAY = 420;

  private final Studio studio;
  private final Light light;
  private final Materials materials;

  Machinery(Studio studio) {
    this.studio = studio;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  /** High windows, girders and pipes on the back wall. */
  void hall(Painting painting) {
    double foot = Stage.rowOf(Interior.WALL);
    int bays = (int) Math.max(2, Math.round(studio.stage.period() / BAY));
    double gap = studio.stage.period() / bays;
    for (int i = 0; i < bays; i++) {
      int number = i;
      painting.paintAt(gap * (i + 0.5), foot, gap, brush -> bay(brush, gap, number));
    }
  }

  private void bay(Graphics2D brush, double gap, int number) {
    Colour steel = light.lit(materials.roof());
    Colour frame = light.lit(materials.trunk());
    Colour top = light.sky().getFirst();
    Colour low = light.sky().getLast();
    brush.setColor(frame.awt());
    brush.fill(new Rectangle2D.Double(-gap * 0.36, -420, gap * 0.72, 200));
    for (int column = 0; column < 5; column++) {
      for (int row = 0; row < 3; row++) {
        double x = -gap * 0.34 + column * gap * 0.137;
        double y = -412 + row * 63;
        brush.setPaint(
            new GradientPaint(0, -412, top.awt(), 0, -220, low.mix(light.haze(), 0.4).awt()));
        brush.fill(new Rectangle2D.Double(x, y, gap * 0.127, 58));
      }
    }
    brush.setPaint(
        new GradientPaint(
            (float) (-gap / 2 - 16),
            0,
            steel.awt(),
            (float) (-gap / 2 + 16),
            0,
            steel.times(0.7).awt()));
    brush.fill(new Rectangle2D.Double(-gap / 2 - 15, -470, 30, 472));
    Colour pipe = light.lit(materials.accent(number));
    brush.setStroke(new BasicStroke(15f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.setColor(pipe.times(0.86).awt());
    brush.draw(new Line2D.Double(-gap / 2, -186, gap / 2, -186));
    brush.setStroke(new BasicStroke(4f));
    brush.setColor(pipe.times(1.25).awt(0.7));
    brush.draw(new Line2D.Double(-gap / 2, -190, gap / 2, -190));
    brush.setColor(light.lit(Colour.of(226, 228, 226)).awt());
    brush.fill(Shapes.disc(gap * 0.12, -150, 19));
    brush.setColor(light.lit(Colour.of(60, 62, 66)).awt());
    brush.setStroke(new BasicStroke(3f));
    brush.draw(Shapes.disc(gap * 0.12, -150, 19));
    brush.draw(new Line2D.Double(gap * 0.12, -150, gap * 0.12 + 9, -160));
  }

  /** A conveyor with crates, and arms that reach over it. */
  void line(Painting painting, double depth) {
    double u = 1 / depth;
    int count = (int) Math.max(2, Math.round(studio.stage.period() / (560 * u)));
    double gap = studio.stage.period() / count;
    for (int i = 0; i < count; i++) {
      int number = i;
      painting.paintAt(
          gap * i,
          Stage.rowOf(depth),
          gap * 1.2,
          brush -> {
            brush.scale(u, u);
            belt(brush, gap / u, number);
          });
    }
  }

  private void belt(Graphics2D brush, double length, int number) {
    Colour steel = light.lit(materials.roof());
    Colour crate = light.lit(Colour.of(198, 152, 96));
    brush.setColor(light.shadow().awt(0.25));
    brush.fill(new Rectangle2D.Double(0, -4, length, 12));
    brush.setColor(steel.times(0.6).awt());
    for (double x = 40; x < length; x += 180) {
      brush.fill(new Rectangle2D.Double(x, -86, 18, 90));
    }
    brush.setColor(steel.awt());
    brush.fill(new Rectangle2D.Double(0, -104, length + 2, 22));
    brush.setColor(Colour.of(48, 50, 54).under(light.key()).awt());
    brush.fill(new Rectangle2D.Double(0, -116, length + 2, 13));
    for (double x = 70 + number % 2 * 40; x < length - 60; x += 230) {
      brush.setColor(crate.awt());
      brush.fill(new RoundRectangle2D.Double(x, -176, 76, 60, 6, 6));
      brush.setColor(crate.times(0.78).awt());
      brush.fill(new Rectangle2D.Double(x + 32, -176, 12, 60));
    }
    Colour arm = light.lit(materials.accent(0));
    double x = length * 0.62;
    brush.setColor(steel.times(0.8).awt());
    brush.fill(new RoundRectangle2D.Double(x - 42, -150, 84, 40, 10, 10));
    brush.setColor(arm.awt());
    Shapes.limb(brush, x, -146, 20, x + 44, -300, 16);
    Shapes.limb(brush, x + 44, -300, 15, x - 64, -262, 11);
    brush.setColor(steel.times(0.7).awt());
    brush.fill(Shapes.disc(x + 44, -300, 13));
    Shapes.limb(brush, x - 64, -262, 6, x - 76, -226, 5);
    Shapes.limb(brush, x - 64, -262, 6, x - 50, -228, 5);
  }
}
