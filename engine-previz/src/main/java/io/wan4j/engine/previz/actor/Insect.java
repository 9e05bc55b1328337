package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.QuadCurve2D;

/** Butterflies and bees, large enough to be seen. */
final class Insect implements Rig {
  private final double length;
  private final boolean butterfly;
  private final Colour base;
  private final Colour mark;
  private final Colour wing;

  Insect(Species species) {
    length = species.number("length");
    butterfly = species.text("kind").equals("butterfly");
    base = species.colour("base");
    mark = species.colour("mark");
    wing = species.colour("wing");
  }

  @Override
  public double height() {
    return length * 0.9;
  }

  @Override
  public double length() {
    return length;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {length * 0.25, -length * 0.5, length * 0.5};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 30 : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return butterfly ? 2.6 : 7;
  }

  @Override
  public Motion natural() {
    return Motion.FLY;
  }

  @Override
  public double altitude() {
    return 110;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.translate(0, -length * 0.5 + 6 * pose.idle(0.8, 0));
    brush.scale(length / 100, length / 100);
    double open = butterfly ? 0.25 + 0.75 * Math.abs(pose.wave(0)) : 0.6 + 0.4 * pose.wave(0);
    if (butterfly) {
      wings(brush, open * 0.8, wing.times(0.78), 5);
    }
    brush.setColor(base.awt());
    if (butterfly) {
      Shapes.limb(brush, -16, 10, 3, 16, -6, 4);
      brush.fill(Shapes.disc(20, -8, 5.4));
    } else {
      brush.fill(Shapes.ellipse(-6, 2, 26, 17));
      brush.setColor(mark.awt());
      for (int i = 0; i < 3; i++) {
        brush.fill(Shapes.ellipse(-18 + i * 12, 2, 3.4, 15.5 - Math.abs(i - 1) * 2.5));
      }
      brush.fill(Shapes.disc(22, -1, 10));
      brush.setColor(Colour.of(255, 255, 255).awt());
      brush.fill(Shapes.disc(26, -3, 3.4));
      brush.setColor(Colour.of(20, 18, 18).awt());
      brush.fill(Shapes.disc(26.8, -3, 2));
    }
    brush.setColor(mark.awt());
    brush.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new QuadCurve2D.Double(22, -12, 28, -26, 38, -28));
    brush.draw(new QuadCurve2D.Double(20, -12, 22, -28, 30, -34));
    if (butterfly) {
      wings(brush, open, wing, 0);
    } else {
      brush.setColor(wing.awt(0.6));
      brush.fill(Shapes.closed(2, -12, 6, -14 - 34 * open, -16, -18 - 32 * open, -14, -14));
      brush.fill(Shapes.closed(-6, -12, -14, -12 - 26 * open, -32, -12 - 20 * open, -18, -10));
    }
    brush.setTransform(keep);
  }

  private void wings(Graphics2D brush, double open, Colour colour, double shift) {
    brush.setColor(mark.awt());
    brush.fill(
        Shapes.closed(
            8 + shift, -4, 22 + shift, -52 * open, 0, -62 * open, -24, -40 * open, -12, 2));
    brush.setColor(colour.awt());
    brush.fill(
        Shapes.closed(
            6 + shift, -6, 17 + shift, -46 * open, 0, -54 * open, -18, -36 * open, -9, 0));
    brush.setColor(mark.awt());
    brush.fill(Shapes.closed(-6, 2, -26, -24 * open, -46, -20 * open, -40, 2 * open, -22, 12));
    brush.setColor(colour.mix(Colour.of(255, 230, 150), 0.35).awt());
    brush.fill(Shapes.closed(-8, 2, -26, -18 * open, -40, -15 * open, -35, 1, -20, 9));
    brush.setColor(Colour.of(255, 250, 240).awt(0.85));
    brush.fill(Shapes.disc(8 + shift, -42 * open, 3));
    brush.fill(Shapes.disc(-4, -46 * open, 2.4));
  }
}
