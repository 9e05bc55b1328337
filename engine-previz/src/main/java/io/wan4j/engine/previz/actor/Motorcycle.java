package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Draws a motorcycle from the side: broad tyres, engine, tank, tail and a lamp that shines. */
record Motorcycle(Colour paint, double length, double wheel) {
  void draw(Graphics2D brush, double turn, double shake) {
    double half = length / 2 - wheel;
    brush.setColor(new Color(255, 240, 190, 46));
    brush.fill(Shapes.polygon(half - 6, -wheel * 2.7, half + 150, -wheel * 3.3, half + 150, -4));
    tyre(brush, -half, turn);
    tyre(brush, half, turn);
    brush.setColor(new Color(0x9AA2AC));
    brush.setStroke(new BasicStroke(7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(half, -wheel, half - 26, -wheel * 2.9 + shake));
    brush.draw(new Line2D.Double(-half, -wheel, -10, -wheel - 4 + shake));
    brush.translate(0, shake);
    brush.setPaint(
        new GradientPaint(
            0,
            (float) (-wheel * 2),
            new Color(0x7A828C),
            0,
            (float) (-wheel * 0.6),
            new Color(0x2C3036)));
    brush.fill(
        Shapes.closed(
            -34,
            -wheel * 1.9,
            26,
            -wheel * 1.9,
            36,
            -wheel * 1.2,
            20,
            -wheel * 0.5,
            -26,
            -wheel * 0.55));
    brush.setColor(new Color(0xB8C0C8));
    for (int i = 0; i < 3; i++) {
      brush.fill(Shapes.ellipse(-8 + i * 12, -wheel * 1.25, 3, 13));
    }
    brush.setStroke(new BasicStroke(9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(18, -wheel * 0.55, -half - 24, -wheel * 0.75));
    brush.setPaint(
        new GradientPaint(
            0,
            (float) (-wheel * 3.1),
            paint.mix(Colour.of(255, 255, 255), 0.42).awt(),
            0,
            (float) (-wheel * 1.7),
            paint.times(0.62).awt()));
    brush.fill(
        Shapes.closed(
            -16,
            -wheel * 2.3,
            8,
            -wheel * 2.95,
            42,
            -wheel * 2.8,
            54,
            -wheel * 2.2,
            30,
            -wheel * 1.8,
            -14,
            -wheel * 1.8));
    brush.fill(
        Shapes.closed(
            -66,
            -wheel * 2.65,
            -half - 22,
            -wheel * 2.9,
            -half - 6,
            -wheel * 2.3,
            -34,
            -wheel * 1.9,
            -20,
            -wheel * 2.2));
    brush.fill(
        Shapes.closed(
            half - 40,
            -wheel * 3.0,
            half - 14,
            -wheel * 3.1,
            half,
            -wheel * 2.4,
            half - 26,
            -wheel * 2.0));
    brush.setColor(new Color(0x24222A));
    brush.fill(
        Shapes.closed(
            -62,
            -wheel * 2.55,
            -30,
            -wheel * 2.5,
            -8,
            -wheel * 2.35,
            -14,
            -wheel * 2.12,
            -54,
            -wheel * 2.3));
    brush.setColor(new Color(0xFFF6D2));
    brush.fill(Shapes.ellipse(half - 6, -wheel * 2.66, 6, 9));
    brush.setColor(new Color(0xFF5648));
    brush.fill(Shapes.ellipse(-half - 20, -wheel * 2.74, 6, 4));
    brush.setColor(new Color(0x34363C));
    brush.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(half - 28, -wheel * 2.9, half - 44, -wheel * 3.35));
    brush.translate(0, -shake);
  }

  private void tyre(Graphics2D brush, double x, double turn) {
    Color spokes = new Color(0xC0C6CE);
    Wheel tyre =
        Wheel.onGround(x, wheel, turn)
            .disc(brush, new Color(0x1C1C20), 1)
            .disc(brush, new Color(0x8A929C), 0.62)
            .disc(brush, new Color(0x2A2C32), 0.52);
    brush.setStroke(new BasicStroke(4f));
    tyre.spokes(brush, spokes, 5, 0.56).disc(brush, spokes, 0.18);
  }
}
