package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Draws what flies in space: a ship with engines, and a saucer. */
record Spacecraft(Colour paint) {
  private static final Color CLEAR_RED = new Color(255, 60, 110, 0);
  private static final Colour HULL = Colour.of(226, 230, 236);

  void ship(Graphics2D brush, Pose pose) {
    double y = -62;
    double flame = 1 + 0.16 * Math.sin(pose.seconds() * 31) + 0.1 * Math.sin(pose.seconds() * 47);
    for (double engine : new double[] {y - 26, y + 20}) {
      brush.setPaint(
          new GradientPaint(
              -168,
              (float) engine,
              new Color(190, 240, 255, 235),
              (float) (-168 - 130 * flame),
              (float) engine,
              new Color(60, 120, 255, 0)));
      brush.fill(
          Shapes.closed(
              -164,
              engine - 13,
              -168 - 60 * flame,
              engine - 9,
              -168 - 130 * flame,
              engine,
              -168 - 60 * flame,
              engine + 9,
              -164,
              engine + 13));
    }
    brush.setColor(paint.times(0.6).awt());
    brush.fill(Shapes.polygon(-20, y - 20, -140, y - 84, -176, y - 84, -120, y - 16));
    for (double engine : new double[] {y - 26, y + 20}) {
      brush.setPaint(
          new GradientPaint(
              0,
              (float) (engine - 18),
              new Color(0x9AA4B0),
              0,
              (float) (engine + 18),
              new Color(0x3C424C)));
      brush.fill(
          Shapes.closed(
              -172,
              engine - 16,
              -60,
              engine - 18,
              -40,
              engine,
              -60,
              engine + 18,
              -172,
              engine + 16));
      brush.setColor(new Color(0x2A3038));
      brush.fill(Shapes.ellipse(-170, engine, 6, 15));
    }
    brush.setPaint(
        new GradientPaint(
            0,
            (float) (y - 40),
            HULL.mix(Colour.of(255, 255, 255), 0.6).awt(),
            0,
            (float) (y + 42),
            HULL.times(0.5).awt()));
    brush.fill(
        Shapes.closed(
            -150, y - 14, -110, y - 38, 20, y - 36, 110, y - 22, 204, y + 8, 120, y + 22, 10,
            y + 34, -112, y + 34, -150, y + 12));
    brush.setColor(paint.awt());
    brush.fill(
        Shapes.closed(-140, y + 4, 30, y + 6, 190, y + 9, 110, y + 18, 0, y + 20, -140, y + 16));
    brush.setPaint(
        new GradientPaint(
            0, (float) (y - 40), new Color(0xBFF0FF), 0, (float) (y - 6), new Color(0x1E5C8C)));
    brush.fill(Shapes.closed(34, y - 34, 84, y - 27, 128, y - 12, 96, y - 6, 44, y - 12));
    brush.setColor(new Color(255, 255, 255, 150));
    brush.fill(Shapes.closed(46, y - 30, 74, y - 26, 92, y - 18, 60, y - 22));
    brush.setPaint(
        new GradientPaint(
            0,
            (float) y,
            paint.mix(Colour.of(255, 255, 255), 0.2).awt(),
            0,
            (float) (y + 70),
            paint.times(0.5).awt()));
    brush.fill(Shapes.polygon(30, y + 20, -110, y + 62, -160, y + 62, -96, y + 18));
    brush.setColor(HULL.times(0.55).awt(0.7));
    brush.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (double x : new double[] {-96, -54, -10}) {
      brush.draw(new Line2D.Double(x, y - 34, x - 4, y + 2));
    }
    for (int i = 0; i < 5; i++) {
      boolean on = ((int) (pose.seconds() * 2) + i) % 4 != 0;
      brush.setColor(on ? new Color(0xFFE9A8) : new Color(0x6A7684));
      brush.fill(Shapes.ellipse(-84 + i * 20, y - 16, 5, 4));
    }
    brush.setColor(pose.seconds() % 1 < 0.5 ? new Color(0xFF6A5A) : new Color(0x8A3A34));
    brush.fill(Shapes.disc(-158, y - 84, 4));
  }

  void saucer(Graphics2D brush, Pose pose) {
    double glow = 0.6 + 0.4 * pose.idle(1.1, 0);
    brush.setColor(new Color(120, 230, 250, (int) (60 * glow)));
    brush.fill(Shapes.ellipse(0, -14, 120, 22));
    brush.setPaint(new GradientPaint(0, -110, new Color(0xD6F2FA), 0, -50, new Color(0x5C88A4)));
    brush.fill(Shapes.closed(-64, -52, -50, -90, 0, -110, 50, -90, 64, -52));
    brush.setPaint(
        new GradientPaint(
            0f,
            -70f,
            paint.mix(Colour.of(255, 255, 255), 0.35).awt(),
            0f,
            -16f,
            paint.times(0.68).awt()));
    brush.fill(Shapes.closed(-168, -44, -90, -62, 90, -62, 168, -44, 90, -24, 0, -16, -90, -24));
    for (int i = 0; i < 7; i++) {
      boolean on = ((int) (pose.seconds() * 5) + i) % 3 == 0;
      brush.setColor(on ? new Color(0xFFF6C0) : new Color(0x6AD0F0));
      brush.fill(Shapes.disc(-120 + i * 40, -42 + Math.abs(i - 3) * -1.5 + 3, 5));
    }
  }

  /** A car without wheels: it hangs on the light of its engines and leaves a trail of it. */
  void car(Graphics2D brush, Pose pose) {
    double flame = 1 + 0.12 * Math.sin(pose.seconds() * 29) + 0.08 * Math.sin(pose.seconds() * 43);
    brush.setPaint(
        new GradientPaint(
            -140, 0, new Color(255, 120, 150, 210), -140 - 90f * (float) flame, 0, CLEAR_RED));
    brush.fill(
        Shapes.closed(
            -138, -48, -190 * flame, -42, -228 * flame, -38, -190 * flame, -34, -138, -28));
    for (double x : new double[] {-96, 96}) {
      brush.setPaint(
          new GradientPaint(
              0, -12, new Color(110, 236, 255, 230), 0, 16, new Color(80, 200, 255, 0)));
      brush.fill(
          Shapes.closed(x - 34, -14, x + 34, -14, x + 22 * flame, 6, x, 18, x - 22 * flame, 6));
      brush.setColor(new Color(0x2A2E36));
      brush.fill(Shapes.ellipse(x, -14, 36, 8));
    }
    brush.setColor(paint.times(0.55).awt());
    brush.fill(Shapes.polygon(-96, -58, -146, -88, -124, -88, -60, -62));
    brush.setPaint(
        new GradientPaint(
            0f,
            -84f,
            paint.mix(Colour.of(255, 255, 255), 0.42).awt(),
            0f,
            -10f,
            paint.times(0.55).awt()));
    brush.fill(
        Shapes.closed(
            -146, -52, -112, -62, -70, -82, -10, -88, 44, -74, 84, -54, 140, -44, 156, -34, 140,
            -18, 60, -12, -80, -12, -138, -22));
    brush.setPaint(new GradientPaint(0, -86, new Color(0xC6F2FF), 0, -52, new Color(0x1F4E74)));
    brush.fill(Shapes.closed(-64, -60, -46, -78, -8, -84, 36, -72, 68, -54, 0, -52));
    brush.setColor(new Color(255, 255, 255, 120));
    brush.fill(Shapes.polygon(-8, -56, 8, -79, 18, -77, 6, -56));
    brush.setColor(paint.times(0.42).awt());
    brush.fill(Shapes.closed(-140, -30, 20, -34, 146, -30, 136, -20, 56, -14, -84, -14, -134, -22));
    brush.setColor(new Color(0x7CF0FF));
    brush.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(-120, -34, 118, -36));
    brush.setColor(new Color(255, 246, 206, 80));
    brush.fill(Shapes.polygon(146, -40, 214, -58, 214, -14, 146, -30));
    brush.setColor(new Color(0xFFF6CE));
    brush.fill(Shapes.ellipse(142, -36, 9, 4.6));
    brush.setColor(new Color(0xFF5A62));
    brush.fill(Shapes.ellipse(-141, -42, 5, 6));
  }
}
