package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** A farm tractor with somebody at the wheel. */
final class Tractor implements Machine {
  private static final double LENGTH = 290;
  private static final double HEIGHT = 205;
  private static final double REAR = 66;
  private static final double FRONT = 38;

  private final Colour paint;

  Tractor(Colour paint) {
    this.paint = paint;
  }

  @Override
  public double height() {
    return HEIGHT;
  }

  @Override
  public double length() {
    return LENGTH;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {-40, -160, HEIGHT * 0.8};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 2 * Math.PI * REAR : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return 0.32;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    double turn = Machine.turn(pose);
    double shake = Machine.shake(pose, 0.9, 33);
    exhaust(brush, pose);
    brush.translate(0, shake);
    driver(brush);
    cabin(brush);
    hood(brush);
    brush.translate(0, -shake);
    wheel(brush, 96, FRONT, turn * REAR / FRONT);
    brush.setColor(paint.times(0.8).awt());
    brush.fill(Shapes.closed(-136, -96, -112, -136, -60, -146, -22, -120, -10, -84, -60, -112));
    wheel(brush, -62, REAR, turn);
    brush.setTransform(keep);
  }

  private static void exhaust(Graphics2D brush, Pose pose) {
    for (int i = 0; i < 6; i++) {
      double age = i / 6.0 + (pose.seconds() * 1.4 - Math.floor(pose.seconds() * 1.4)) / 6;
      brush.setColor(new Color(120, 116, 112, (int) (90 * (1 - age))));
      brush.fill(Shapes.disc(66 - 90 * age, -196 - 36 * Math.sqrt(age), 6 + 16 * age));
    }
  }

  private void hood(Graphics2D brush) {
    brush.setColor(new Color(0x34363C));
    brush.fill(new RoundRectangle2D.Double(-60, -76, 190, 26, 10, 10));
    brush.setPaint(
        new GradientPaint(
            0,
            -134,
            paint.mix(Colour.of(255, 255, 255), 0.3).awt(),
            0,
            -60,
            paint.times(0.7).awt()));
    brush.fill(
        Shapes.closed(-14, -132, 60, -134, 128, -122, 142, -104, 142, -70, 120, -62, -14, -62));
    brush.setColor(paint.times(0.55).awt());
    brush.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 4; i++) {
      brush.draw(new Line2D.Double(40 + i * 16, -110, 40 + i * 16, -82));
    }
    brush.setColor(new Color(0x4A4C52));
    brush.fill(new RoundRectangle2D.Double(60, -192, 9, 66, 4, 4));
    brush.setColor(new Color(0xFFF2C0));
    brush.fill(Shapes.ellipse(138, -104, 6, 9));
  }

  private void cabin(Graphics2D brush) {
    brush.setColor(paint.times(0.75).awt());
    brush.fill(Shapes.closed(-110, -96, -100, -112, -20, -112, -8, -62, -100, -62));
    brush.setColor(new Color(0x3C3F46));
    brush.setStroke(new BasicStroke(7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(-98, -110, -90, -204));
    brush.draw(new Line2D.Double(-16, -110, -26, -204));
    brush.setColor(new Color(200, 224, 236, 70));
    brush.fill(Shapes.polygon(-98, -110, -90, -204, -26, -204, -16, -110));
    brush.setColor(paint.awt());
    brush.fill(new RoundRectangle2D.Double(-106, -214, 96, 14, 10, 10));
    brush.setColor(new Color(0x2A2C30));
    brush.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(-30, -112, -38, -138));
    brush.draw(new Line2D.Double(-48, -136, -30, -142));
  }

  private static void driver(Graphics2D brush) {
    brush.setColor(new Color(0x3F6A9A));
    brush.fill(Shapes.closed(-86, -104, -84, -150, -68, -158, -54, -150, -52, -104));
    Shapes.limb(brush, -64, -146, 7, -40, -138, 5);
    brush.setColor(new Color(0xE0A882));
    brush.fill(Shapes.disc(-66, -172, 15));
    brush.fill(Shapes.disc(-38, -138, 5));
    brush.setColor(new Color(0xDDB868));
    brush.fill(Shapes.ellipse(-65, -181, 24, 5));
    brush.fill(Shapes.closed(-80, -182, -76, -194, -56, -194, -51, -182));
  }

  private static void wheel(Graphics2D brush, double x, double radius, double turn) {
    Color rubber = new Color(0x26262A);
    Color bolts = new Color(0xA8822C);
    Wheel.onGround(x, radius, turn)
        .studs(brush, rubber, 18, 0.95, 0.1)
        .disc(brush, rubber, 0.96)
        .disc(brush, new Color(0xE8C048), 0.56)
        .studs(brush, bolts, 8, 0.4, 0.06)
        .disc(brush, bolts, 0.16);
  }
}
