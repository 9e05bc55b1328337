package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Fish, whales, turtles, jellyfish and octopuses, swimming. */
final class Swimmer implements Rig {
  private final double length;
  private final double high;
  private final double tail;
  private final double fin;
  private final double dorsal;
  private final String kind;
  private final Colour base;
  private final Colour belly;
  private final Colour mark;

  Swimmer(Species species) {
    length = species.number("length");
    high = species.number("high");
    tail = species.number("tail");
    fin = species.number("fin");
    dorsal = species.number("dorsal");
    kind = species.text("kind");
    base = species.colour("base");
    belly = species.colour("belly");
    mark = species.colour("mark");
  }

  @Override
  public double height() {
    return length * Math.max(0.4, high);
  }

  @Override
  public double length() {
    return length * (kind.equals("jelly") ? 0.8 : 1.1);
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {length * 0.3, -height() * 0.5, length * high * 0.9};
  }

  @Override
  public double stride(Motion motion) {
    return length * 0.55;
  }

  @Override
  public double cadence(Motion motion) {
    return Math.max(0.45, Math.min(1.6, 190 / length));
  }

  @Override
  public Motion natural() {
    return Motion.SWIM;
  }

  @Override
  public double altitude() {
    return 110;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.translate(0, -height() * 0.5);
    brush.scale(length / 100, length / 100);
    switch (kind) {
      case "jelly" -> jelly(brush, pose);
      case "octopus" -> octopus(brush, pose);
      case "turtle" -> turtle(brush, pose);
      default -> fish(brush, pose);
    }
    brush.setTransform(keep);
  }

  private void fish(Graphics2D brush, Pose pose) {
    double h = high * 50;
    double beat = pose.wave(0);
    double t = tail * 100;
    boolean flat = kind.equals("whale");
    double swing = flat ? 7 * beat : 0;
    double squeeze = flat ? 1 : 0.55 + 0.45 * Math.abs(pose.wave(0.25));
    brush.setColor(mark.awt());
    double root = -44;
    brush.fill(
        Shapes.closed(
            root + 6,
            swing * 0.5,
            root - t * squeeze,
            -t * (flat ? 0.25 : 0.75) + swing,
            root - t * 0.55 * squeeze,
            swing,
            root - t * squeeze,
            t * (flat ? 0.4 : 0.7) + swing));
    double d = dorsal * 100;
    brush.setColor(base.mix(mark, 0.5).awt());
    if (d > 0) {
      brush.fill(Shapes.closed(18, -h * 0.7, -2, -h - d * 0.62, -14, -h - d * 0.5, -20, -h * 0.55));
    }
    Path2D body =
        Shapes.closed(
            50,
            0,
            42,
            -h * 0.55,
            20,
            -h * 0.98,
            -8,
            -h * 0.86,
            -34,
            -h * 0.32 + swing * 0.4,
            -47,
            -h * 0.12 + swing * 0.7,
            -47,
            h * 0.14 + swing * 0.7,
            -34,
            h * 0.34 + swing * 0.4,
            -8,
            h * 0.84,
            22,
            h * 0.92,
            43,
            h * 0.5);
    brush.setColor(base.awt());
    brush.fill(body);
    java.awt.Shape clip = brush.getClip();
    brush.clip(body);
    brush.setColor(belly.awt());
    brush.fill(
        Shapes.closed(
            54, h * 0.12, 20, h * 0.3, -20, h * 0.34, -50, h * 0.2, -30, h * 1.4, 30, h * 1.5));
    if (kind.equals("fish")) {
      brush.setColor(mark.awt(0.9));
      brush.fill(Shapes.closed(16, -h * 1.1, 23, -h * 1.1, 25, 0, 22, h * 1.1, 14, h * 1.1, 17, 0));
      brush.fill(
          Shapes.closed(-14, -h * 1.1, -8, -h * 1.1, -6, 0, -9, h * 1.1, -16, h * 1.1, -13, 0));
    }
    brush.setClip(clip);
    double paddle = 0.35 * pose.wave(0.4);
    brush.setColor(base.mix(mark, 0.4).awt());
    double f = fin * 100;
    brush.fill(
        Shapes.closed(
            14,
            h * 0.3,
            2 - f * 0.4,
            h * 0.5 + f * (0.6 + paddle * 0.5),
            -4,
            h * 0.62 + f * 0.2,
            4,
            h * 0.3));
    double eye = Math.min(4.4, h * 0.2);
    brush.setColor(Colour.of(250, 250, 246).awt());
    brush.fill(Shapes.disc(35, -h * 0.2, eye));
    brush.setColor(Colour.of(24, 22, 26).awt());
    brush.fill(Shapes.disc(35.8, -h * 0.2, eye * 0.66));
    brush.setColor(Colour.of(255, 255, 255).awt());
    brush.fill(Shapes.disc(36.8, -h * 0.2 - eye * 0.26, eye * 0.24));
    brush.setColor(base.times(0.55).awt());
    brush.setStroke(new java.awt.BasicStroke(1.1f, 1, 1));
    brush.draw(new java.awt.geom.QuadCurve2D.Double(48, h * 0.2, 42, h * 0.36, 36, h * 0.26));
    if (kind.equals("shark")) {
      for (int i = 0; i < 4; i++) {
        brush.draw(
            new java.awt.geom.QuadCurve2D.Double(
                22 - i * 3, -h * 0.3, 20 - i * 3, 0, 22 - i * 3, h * 0.3));
      }
    }
  }

  private void turtle(Graphics2D brush, Pose pose) {
    double beat = pose.wave(0);
    brush.setColor(base.times(0.75).awt());
    paddle(brush, 16, 4, 0.9 + 0.5 * beat, 34);
    paddle(brush, -26, 4, 1.9 - 0.3 * beat, 18);
    brush.setColor(base.awt());
    brush.fill(Shapes.closed(28, -3, 42, -10, 53, -8, 56, -1, 50, 5, 38, 6, 28, 6));
    brush.setColor(belly.awt());
    brush.fill(Shapes.ellipse(-2, 7, 34, 9));
    brush.setColor(mark.awt());
    brush.fill(Shapes.closed(36, 5, 24, -13, -2, -20, -28, -12, -40, 5, -2, 10));
    brush.setColor(mark.mix(belly, 0.3).awt());
    for (int i = 0; i < 4; i++) {
      double x = -24 + i * 15;
      brush.fill(
          Shapes.closed(x - 6, -4, x, -13 + Math.abs(i - 1.5) * 2, x + 6, -4, x + 3, 2, x - 3, 2));
    }
    brush.setColor(base.mix(mark, 0.2).awt());
    paddle(brush, 20, 6, 1.2 - 0.6 * beat, 38);
    paddle(brush, -28, 6, 2.0 + 0.3 * beat, 20);
    brush.setColor(Colour.of(24, 22, 26).awt());
    brush.fill(Shapes.disc(48, -4, 2));
    brush.setColor(Colour.of(255, 255, 255).awt());
    brush.fill(Shapes.disc(48.6, -4.6, 0.7));
  }

  private static void paddle(Graphics2D brush, double x, double y, double angle, double reach) {
    double tipX = x + Math.cos(angle) * reach - 6;
    double tipY = y + Math.sin(angle) * reach;
    brush.fill(
        Shapes.closed(
            x + 6,
            y,
            (x + tipX) / 2 + 6,
            (y + tipY) / 2,
            tipX,
            tipY,
            (x + tipX) / 2 - 5,
            (y + tipY) / 2,
            x - 6,
            y));
  }

  private void jelly(Graphics2D brush, Pose pose) {
    double pulse = 0.5 + 0.5 * pose.wave(0);
    double wide = 34 + 6 * pulse;
    brush.setStroke(new java.awt.BasicStroke(2.2f, 1, 1));
    for (int i = -4; i <= 4; i++) {
      Path2D arm = new Path2D.Double();
      arm.moveTo(i * wide / 5, 0);
      double sway = 6 * pose.idle(0.4, i * 0.13);
      arm.curveTo(i * wide / 5 + sway, 18, i * wide / 5 - sway, 34, i * wide / 6 + sway, 52);
      brush.setColor(mark.awt(0.55));
      brush.draw(arm);
    }
    brush.setColor(base.awt(0.86));
    brush.fill(
        Shapes.closed(
            -wide, 2, -wide * 0.86, -22, 0, -40 + 4 * pulse, wide * 0.86, -22, wide, 2, 0, 7));
    brush.setColor(belly.awt(0.6));
    brush.fill(
        Shapes.closed(
            -wide * 0.5, -10, -wide * 0.4, -24, 0, -32, wide * 0.2, -26, -wide * 0.1, -14));
  }

  private void octopus(Graphics2D brush, Pose pose) {
    for (int i = 0; i < 6; i++) {
      double x = -20 + i * 8;
      double y = 8;
      double angle = Math.PI / 2 + (x / 34) * -0.5;
      double half = 5.4;
      brush.setColor((i % 2 == 0 ? base.times(0.85) : base).awt());
      for (int k = 0; k < 9; k++) {
        double nx = x + Math.cos(angle) * 5.4;
        double ny = y + Math.sin(angle) * 5.4;
        Shapes.limb(brush, x, y, half, nx, ny, half * 0.86);
        x = nx;
        y = ny;
        half *= 0.86;
        angle += 0.2 * pose.idle(0.5, i * 0.17 + k * 0.05) + (i < 3 ? 0.08 : -0.08);
      }
    }
    brush.setColor(base.awt());
    brush.fill(Shapes.closed(-26, 6, -30, -22, -14, -42, 8, -44, 26, -28, 26, 4, 0, 14));
    brush.setColor(belly.awt(0.5));
    brush.fill(Shapes.closed(-18, -14, -16, -32, 0, -38, -4, -22));
    for (double x : new double[] {2, 18}) {
      brush.setColor(Colour.of(252, 250, 246).awt());
      brush.fill(Shapes.ellipse(x, -6, 6, 7));
      brush.setColor(Colour.of(28, 20, 26).awt());
      brush.fill(Shapes.ellipse(x + 1.4, -5.6, 3.4, 4.6));
      brush.setColor(Colour.of(255, 255, 255).awt());
      brush.fill(Shapes.disc(x + 2.6, -7.8, 1.3));
    }
  }
}
