package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;

/**
 * What grows on an animal's brow; the origin is the poll.
 *
 * @param half half the height of the head
 */
record Horns(String kind, double half, Colour belly, Colour dark) {
  void draw(Graphics2D brush) {
    Colour horn = Colour.of(64, 50, 42);
    switch (kind) {
      case "straight" -> {
        horn(brush, horn, 0, 2.4f, -4, -1.8, -12, -2.1, -10, -3.4);
        horn(brush, horn, 3, 2.2f, 1, -1.9, -7, -2.3, -4, -3.5);
      }
      case "swept" -> {
        swept(brush, Colour.of(206, 192, 156), 6, 0.92);
        swept(brush, Colour.of(236, 226, 196), 0, 1);
      }
      case "curved" -> {
        horn(brush, horn.mix(belly, 0.4), 0, 3.4f, -2, -2.4, -14, -2.9, -20, -1.6);
        horn(brush, horn.mix(belly, 0.3), 4, 3.2f, 2, -2.5, -9, -3.1, -16, -1.9);
      }
      case "cow" -> {
        horn(brush, Colour.of(176, 158, 130), 0, 3.2f, -5, -1.1, -6, -1.6, 0, -1.85);
        horn(brush, Colour.of(196, 178, 150), 4, 3.2f, 9, -1.0, 13, -1.4, 10, -1.85);
      }
      case "knobs" -> {
        horn(brush, dark, -1, 2.4f, -2, -1.2, -3, -1.5, -3, -1.9);
        brush.fill(Shapes.disc(-3, -half * 1.9, 2.2));
      }
      case "unicorn" -> {
        brush.setColor(Colour.of(246, 216, 140).awt());
        brush.fill(
            Shapes.polygon(
                half * 0.35, -half * 0.8, half * 0.8, -half * 0.6, half * 1.6, -half * 2.9));
      }
      case "antlers" -> {
        for (int i = 0; i < 2; i++) {
          Colour antler = Colour.of(150, 122, 88).times(1 - 0.2 * (1 - i));
          double x = i * 4;
          horn(brush, antler, x, 2.6f, x - 8, -1.7, x - 16, -2.4, x - 6, -4.0);
          horn(brush, antler, x - 7, 2.0f, x - 4, -2.3, x, -2.6, x + 5, -2.7);
          horn(brush, antler, x - 11, 1.9f, x - 14, -2.9, x - 18, -3.2, x - 19, -3.8);
        }
      }
      default -> {
        // none
      }
    }
  }

  /** A dragon's horn: thick at the brow, bent back, its tip turned up. */
  private void swept(Graphics2D brush, Colour horn, double x, double size) {
    double h = half * size;
    brush.setColor(horn.awt());
    brush.fill(
        Shapes.closed(
            x + h * 0.3,
            -h * 0.86,
            x - h * 0.3,
            -h * 1.42,
            x - h * 1.3,
            -h * 1.75,
            x - h * 2.2,
            -h * 2.3,
            x - h * 1.5,
            -h * 1.5,
            x - h * 0.5,
            -h * 0.72));
    brush.setColor(horn.times(0.7).awt(0.7));
    brush.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 4; i++) {
      double at = x - h * (0.15 + 0.32 * i);
      brush.draw(
          new CubicCurve2D.Double(
              at,
              -h * (0.98 + 0.16 * i),
              at - 1,
              -h * (1.08 + 0.15 * i),
              at - 1.4,
              -h * (1.14 + 0.15 * i),
              at - 1.2,
              -h * (1.24 + 0.13 * i)));
    }
  }

  /** A curved horn; x in units, y in half heads; the first point lies on the brow. */
  private void horn(
      Graphics2D brush,
      Colour colour,
      double x,
      float thick,
      double x1,
      double y1,
      double x2,
      double y2,
      double x3,
      double y3) {
    brush.setColor(colour.awt());
    brush.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double start = Math.max(-1.9, Math.min(-0.62, y1 + 1));
    brush.draw(
        new CubicCurve2D.Double(x, half * start, x1, half * y1, x2, half * y2, x3, half * y3));
  }
}
