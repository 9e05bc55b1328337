package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * A wheel seen from the side, built up of its parts from the outside in; all measures of the parts
 * are shares of its radius.
 *
 * @param turn radians it has turned
 */
record Wheel(double x, double y, double radius, double turn) {
  /** A wheel that stands on the ground. */
  static Wheel onGround(double x, double radius, double turn) {
    return new Wheel(x, -radius, radius, turn);
  }

  Wheel disc(Graphics2D brush, Color colour, double share) {
    brush.setColor(colour);
    brush.fill(Shapes.disc(x, y, radius * share));
    return this;
  }

  Wheel ring(Graphics2D brush, Color colour, double share, double width) {
    brush.setColor(colour);
    brush.setStroke(new BasicStroke((float) (radius * width)));
    brush.draw(Shapes.disc(x, y, radius * share));
    return this;
  }

  /** Spokes from the middle, with the stroke that is set. */
  Wheel spokes(Graphics2D brush, Color colour, int count, double share) {
    brush.setColor(colour);
    for (int i = 0; i < count; i++) {
      double angle = turn + 2 * Math.PI * i / count;
      brush.draw(
          new Line2D.Double(
              x, y, x + Math.cos(angle) * radius * share, y + Math.sin(angle) * radius * share));
    }
    return this;
  }

  /** Bolts or lugs in a circle. */
  Wheel studs(Graphics2D brush, Color colour, int count, double share, double size) {
    brush.setColor(colour);
    for (int i = 0; i < count; i++) {
      double angle = turn + 2 * Math.PI * i / count;
      brush.fill(
          Shapes.disc(
              x + Math.cos(angle) * radius * share,
              y + Math.sin(angle) * radius * share,
              radius * size));
    }
    return this;
  }
}
