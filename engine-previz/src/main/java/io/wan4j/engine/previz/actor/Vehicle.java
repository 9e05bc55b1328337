package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Things on wheels, seen from the side. */
final class Vehicle implements Machine {
  /** The shapes we draw. */
  enum Kind {
    CAR(330, 112, 17),
    TRUCK(420, 190, 20),
    BUS(470, 180, 20),
    TRAIN(640, 190, 16),
    BICYCLE(190, 150, 34),
    MOTORCYCLE(240, 140, 34),
    TANK(360, 140, 14);

    private final double length;
    private final double height;
    private final double wheel;

    Kind(double length, double height, double wheel) {
      this.length = length;
      this.height = height;
      this.wheel = wheel;
    }
  }

  private final Kind kind;
  private final Colour paint;

  Vehicle(Kind kind, Colour paint) {
    this.kind = kind;
    this.paint = paint;
  }

  @Override
  public double height() {
    return kind.height;
  }

  @Override
  public double length() {
    return kind.length;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {kind.length * 0.1, -kind.height * 0.6, kind.height * 1.1};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 2 * Math.PI * kind.wheel * 1.5 : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return kind == Kind.BICYCLE ? 0.9 : 2.6 * 26 / kind.wheel;
  }

  @Override
  public double[] saddle() {
    return new double[] {-kind.length * 0.14, -kind.wheel * 2.5 - 6};
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    double turn = Machine.turn(pose);
    double shake = kind == Kind.BICYCLE ? 0 : Machine.shake(pose, 0.7, 31);
    switch (kind) {
      case CAR -> car(brush, turn, shake);
      case TRUCK, BUS, TRAIN -> box(brush, turn, shake);
      case BICYCLE -> bicycle(brush, turn, shake);
      case MOTORCYCLE -> new Motorcycle(paint, kind.length, kind.wheel).draw(brush, turn, shake);
      case TANK -> tank(brush, turn, shake);
    }
    brush.setTransform(keep);
  }

  private void body(Graphics2D brush, double top, double bottom) {
    brush.setPaint(
        new GradientPaint(
            0f,
            (float) top,
            paint.mix(Colour.of(255, 255, 255), 0.28).awt(),
            0f,
            (float) bottom,
            paint.times(0.72).awt()));
  }

  private static void glass(Graphics2D brush, double top, double bottom) {
    brush.setPaint(
        new GradientPaint(
            0f, (float) top, new Color(0xBFD9E8), 0f, (float) bottom, new Color(0x50728C)));
  }

  private void car(Graphics2D brush, double turn, double shake) {
    double y = -22 + shake;
    body(brush, y - 88, y + 4);
    Path2D shell =
        Shapes.closed(
            -162, y - 2, -164, y - 34, -148, y - 46, -104, y - 52, -74, y - 84, -20, y - 90, 36,
            y - 82, 78, y - 52, 140, y - 44, 162, y - 30, 164, y - 2, 120, y + 5, -120, y + 5);
    brush.fill(shell);
    glass(brush, y - 84, y - 50);
    brush.fill(Shapes.closed(-86, y - 53, -66, y - 78, -26, y - 82, -22, y - 53));
    brush.fill(Shapes.closed(-12, y - 53, -12, y - 82, 30, y - 76, 62, y - 53));
    brush.setColor(new Color(255, 255, 255, 90));
    brush.fill(Shapes.polygon(-2, y - 56, 14, y - 78, 22, y - 76, 8, y - 56));
    brush.setColor(paint.times(0.6).awt());
    brush.setStroke(new BasicStroke(1.6f));
    brush.draw(new Line2D.Double(-17, y - 52, -17, y + 2));
    brush.draw(new Line2D.Double(64, y - 50, 58, y + 2));
    brush.setColor(new Color(0xFFF3C4));
    brush.fill(Shapes.ellipse(154, y - 28, 9, 6));
    brush.setColor(new Color(0xD8402F));
    brush.fill(Shapes.ellipse(-160, y - 32, 5, 8));
    brush.setColor(new Color(0x8C949C));
    brush.fill(new RoundRectangle2D.Double(-168, y - 8, 336, 9, 8, 8));
    wheel(brush, -100, -26, 26, turn);
    wheel(brush, 100, -26, 26, turn);
  }

  private static void wheel(Graphics2D brush, double x, double y, double radius, double turn) {
    Color bolts = new Color(0x5C626A);
    new Wheel(x, y, radius, turn)
        .disc(brush, new Color(0x1E1E22), 1)
        .disc(brush, new Color(0xB8BEC6), 0.58)
        .studs(brush, bolts, 5, 0.36, 0.1)
        .disc(brush, bolts, 0.14);
  }

  private void box(Graphics2D brush, double turn, double shake) {
    double half = kind.length / 2;
    double y = -26 + shake;
    double top = -kind.height;
    boolean truck = kind == Kind.TRUCK;
    if (truck) {
      brush.setPaint(
          new GradientPaint(
              0, (float) top, new Color(0xF2F0EA), 0, (float) y, new Color(0xB8B4AC)));
      brush.fill(
          new RoundRectangle2D.Double(-half, top, kind.length * 0.66, kind.height - 34, 8, 8));
      body(brush, top + 30, y);
      double cab = -half + kind.length * 0.68;
      brush.fill(
          Shapes.closed(
              cab, y, cab, top + 40, half - 50, top + 38, half - 14, top + 90, half, y - 40, half,
              y));
      glass(brush, top + 50, top + 92);
      brush.fill(
          Shapes.closed(
              cab + 26, top + 92, cab + 26, top + 52, half - 54, top + 52, half - 30, top + 92));
    } else {
      body(brush, top, y);
      brush.fill(new RoundRectangle2D.Double(-half, top, kind.length, kind.height - 30, 30, 30));
      brush.setColor(new Color(255, 255, 255, 60));
      brush.fill(new RoundRectangle2D.Double(-half + 8, top + 6, kind.length - 16, 14, 10, 10));
      glass(brush, top + 34, top + 86);
      int windows = (int) (kind.length / 66);
      double gap = (kind.length - 30) / windows;
      for (int i = 0; i < windows; i++) {
        brush.fill(new RoundRectangle2D.Double(-half + 18 + i * gap, top + 34, gap - 10, 50, 8, 8));
      }
      brush.setColor(new Color(0xF4F0E4));
      brush.fill(new RoundRectangle2D.Double(-half, top + 100, kind.length, 9, 4, 4));
    }
    brush.setColor(new Color(0xFFF0BE));
    brush.fill(Shapes.ellipse(half - 6, y - 16, 6, 8));
    brush.setColor(new Color(0x3A3E46));
    brush.fill(new RoundRectangle2D.Double(-half + 4, y - 8, kind.length - 8, 12, 6, 6));
    int wheels = kind == Kind.TRAIN ? 8 : 3;
    for (int i = 0; i < wheels; i++) {
      double x =
          kind == Kind.TRAIN
              ? -half + 50 + i * (kind.length - 100) / 7
              : new double[] {-half + 76, -half + 136, half - 78}[i];
      if (kind == Kind.BUS && i == 1) {
        continue;
      }
      wheel(brush, x, -kind.wheel * 1.3, kind.wheel * 1.3, turn);
    }
  }

  private void bicycle(Graphics2D brush, double turn, double shake) {
    double r = kind.wheel;
    double half = kind.length / 2 - r;
    for (double x : new double[] {-half, half}) {
      Wheel wheel = Wheel.onGround(x, r, turn).ring(brush, new Color(0x22242A), 1 - 3 / r, 5 / r);
      brush.setStroke(new BasicStroke(1.1f));
      wheel.spokes(brush, new Color(0xB0B6BE), 8, 1 - 6 / r);
    }
    brush.setColor(paint.awt());
    brush.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double seatY = -r * 2.5 + shake;
    brush.draw(new Line2D.Double(-half, -r, -10, -r));
    brush.draw(new Line2D.Double(-half, -r, -20, seatY + 14));
    brush.draw(new Line2D.Double(-10, -r, -22, seatY));
    brush.draw(new Line2D.Double(-20, seatY + 14, half - 18, seatY + 6));
    brush.draw(new Line2D.Double(-10, -r, half - 16, seatY + 10));
    brush.draw(new Line2D.Double(half, -r, half - 20, seatY - 12));
    brush.setColor(new Color(0x2A2420));
    brush.fill(Shapes.closed(-46, seatY - 4, -14, seatY - 8, -8, seatY - 2, -40, seatY + 3));
    brush.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(half - 20, seatY - 12, half - 34, seatY - 18));
  }

  private void tank(Graphics2D brush, double turn, double shake) {
    brush.setColor(new Color(0x33342E));
    brush.fill(new RoundRectangle2D.Double(-170, -52, 340, 52, 52, 52));
    for (int i = 0; i < 6; i++) {
      wheel(brush, -130 + i * 52, -24, 18, turn);
    }
    body(brush, -140, -40);
    brush.fill(
        Shapes.closed(-168, -52 + shake, -150, -82 + shake, 140, -82 + shake, 172, -52 + shake));
    brush.fill(
        Shapes.closed(-70, -80 + shake, -58, -122 + shake, 50, -122 + shake, 76, -80 + shake));
    Shapes.limb(brush, 60, -104 + shake, 7, 196, -110 + shake, 5.5);
  }
}
