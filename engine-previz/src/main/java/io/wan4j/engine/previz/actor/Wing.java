package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/**
 * A bird's wing in flight, in the measures of its body: an arm with covert feathers, and a hand of
 * long feathers that lags behind the arm.
 *
 * @param span from shoulder to tip
 */
record Wing(double span, Colour arm, Colour hand) {
  private static final int FINGERS = 6;

  /**
   * Draws it with its shoulder at a point.
   *
   * @param beat -1 below to 1 above
   * @param forward by how much it is turned to the front, radians: the far wing is seen past it
   * @param shade 1 for the near wing, less for the far one
   */
  void draw(Graphics2D brush, double x, double y, double beat, double forward, double shade) {
    double rise = 0.18 + 0.85 * beat;
    double late = Math.sin(Math.asin(Math.max(-1, Math.min(1, beat))) - 0.55);
    double tip = 0.28 + 1.0 * late;
    double back = 2.0 - forward;
    double wristX = x + Math.cos(back) * span * 0.2 - span * 0.08;
    double wristY = y - Math.sin(rise) * span * 0.52;
    double chord = 15 + span * 0.1;
    brush.setColor(hand.times(shade).awt());
    for (int i = FINGERS - 1; i >= 0; i--) {
      double share = i / (FINGERS - 1.0);
      double long1 = span * (0.78 - 0.3 * share);
      double angle = tip - share * 0.5 * (tip > 0 ? 1 : -1);
      double fromX = wristX + 6 - share * (chord + 4);
      double fromY = wristY + share * 3;
      double toX = fromX - long1 * (0.34 + 0.42 * share) * Math.cos(angle * 0.6) + forward * 30;
      double toY = fromY - Math.sin(angle) * long1;
      feather(brush, fromX, fromY, toX, toY, 4.6 + span * 0.025);
    }
    brush.setColor(arm.mix(hand, 0.4).times(shade).awt());
    brush.fill(coverts(x, y, wristX, wristY, chord, chord + 3, 5, 17));
    brush.setColor(arm.times(shade).awt());
    brush.fill(coverts(x, y, wristX, wristY, chord * 0.4, chord * 0.45, 3, 9));
    brush.setColor(hand.times(shade * 0.8).awt(0.5));
    brush.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 1; i < 5; i++) {
      double t = i / 5.0;
      double fromX = x + (wristX - x) * t;
      double fromY = y + (wristY - y) * t + 2;
      brush.draw(new Line2D.Double(fromX - 6, fromY + 1, fromX - chord * 0.8, fromY + 3));
    }
  }

  /**
   * The feathers over the arm, from the shoulder to the wrist.
   *
   * @param atWrist how far they reach back there
   * @param between how far they reach back half way
   * @param low how far below the bone they end
   * @param atShoulder how far they reach back there
   */
  private static Path2D coverts(
      double x,
      double y,
      double wristX,
      double wristY,
      double atWrist,
      double between,
      double low,
      double atShoulder) {
    return Shapes.closed(
        x + 10,
        y,
        (x + 10 + wristX + 9) / 2 + 3,
        (y + wristY) / 2,
        wristX + 9,
        wristY - 1,
        wristX - atWrist,
        wristY + low,
        (x + wristX) / 2 - between,
        (y + wristY) / 2 + low,
        x - atShoulder,
        y + 5);
  }

  private static void feather(
      Graphics2D brush, double x1, double y1, double x2, double y2, double wide) {
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double nx = -(y2 - y1) / length * wide;
    double ny = (x2 - x1) / length * wide;
    double midX = x1 + (x2 - x1) * 0.6;
    double midY = y1 + (y2 - y1) * 0.6;
    brush.fill(
        Shapes.closed(
            x1 + nx * 0.7,
            y1 + ny * 0.7,
            midX + nx,
            midY + ny,
            x2,
            y2,
            midX - nx * 0.8,
            midY - ny * 0.8,
            x1 - nx * 0.7,
            y1 - ny * 0.7));
  }
}
