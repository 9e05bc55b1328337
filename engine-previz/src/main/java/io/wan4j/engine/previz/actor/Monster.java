package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** A round, furry, harmless monster with large eyes. */
final class Monster implements Rig {
  private static final double TALL = 230;

  private final Colour fur;

  Monster(Colour fur) {
    this.fur = fur;
  }

  @Override
  public double height() {
    return TALL;
  }

  @Override
  public double length() {
    return TALL * 0.8;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {6, -TALL * 0.62, TALL * 0.62};
  }

  @Override
  public double stride(Motion motion) {
    return switch (motion) {
      case WALK -> 90;
      case RUN -> 170;
      default -> 0;
    };
  }

  @Override
  public double cadence(Motion motion) {
    return motion == Motion.RUN ? 1.8 : 1.1;
  }

  @Override
  public Motion natural() {
    return Motion.STAND;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.scale(TALL / 100, TALL / 100);
    boolean moving = pose.motion().moving() || pose.motion() == Motion.DANCE;
    double wave = moving ? pose.wave(0) : 0;
    double hop = moving ? Math.abs(pose.wave(0.25)) * 3.4 : 0;
    double breath = 0.8 * pose.idle(0.3, 0);
    Colour dark = fur.times(0.74);
    foot(brush, 10 + 5 * wave, Math.max(0, wave) * 5, dark);
    foot(brush, -9 - 5 * wave, Math.max(0, -wave) * 5, fur.times(0.86));
    brush.translate(0, -hop);
    brush.setColor(dark.awt());
    Shapes.limb(brush, 25, -44, 5, 33 - 3 * wave, -25 - 4 * wave, 4.4);
    horn(brush, -13);
    horn(brush, 15);
    body(brush, breath);
    brush.setColor(fur.mix(Colour.of(255, 250, 236), 0.5).awt());
    brush.fill(Shapes.closed(-12, -14, -14, -32, 4, -40, 22, -32, 20, -13, 4, -8));
    face(brush, pose);
    brush.setColor(fur.times(0.92).awt());
    Shapes.limb(brush, -25, -44, 5.4, -32 + 3 * wave, -24 + 4 * wave, 4.8);
    brush.setTransform(keep);
  }

  private static void foot(Graphics2D brush, double x, double up, Colour colour) {
    brush.setColor(colour.awt());
    Shapes.limb(brush, x, -14 - up, 6, x, -5 - up, 6);
    brush.fill(Shapes.ellipse(x + 3, -4 - up, 9.5, 4.4));
  }

  private static void horn(Graphics2D brush, double x) {
    brush.setColor(Colour.of(244, 228, 196).awt());
    brush.fill(Shapes.closed(x - 4, -83, x + Math.signum(x) * 5, -99, x + 4, -82));
  }

  private void body(Graphics2D brush, double breath) {
    int tufts = 34;
    double[] outline = new double[4 * tufts];
    for (int i = 0; i < 2 * tufts; i++) {
      double angle = Math.PI * i / tufts;
      double shag = i % 2 == 0 ? 1 : 1.055;
      double x = Math.cos(angle) * (31 + breath * 0.5) * (1 + 0.06 * Math.sin(angle)) * shag;
      double y = -48 + Math.sin(angle) * (40 + breath) * shag;
      outline[2 * i] = x;
      outline[2 * i + 1] = y;
    }
    brush.setColor(fur.awt());
    brush.fill(Shapes.closed(outline));
    brush.setColor(fur.mix(Colour.of(255, 255, 255), 0.3).awt(0.5));
    brush.setStroke(new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 9; i++) {
      double x = -22 + i * 5.2;
      double y = -80 + Math.abs(i - 4) * 2.4;
      brush.draw(new QuadCurve2D.Double(x, y, x + 0.6, y + 3, x + 2, y + 4.4));
    }
  }

  private void face(Graphics2D brush, Pose pose) {
    for (double x : new double[] {-7, 15}) {
      double r = x < 0 ? 9.4 : 8.6;
      brush.setColor(Colour.of(253, 252, 248).awt());
      brush.fill(Shapes.ellipse(x, -62, r, r * 1.06));
      if (pose.blinking(0.5)) {
        brush.setColor(fur.times(0.95).awt());
        brush.fill(Shapes.ellipse(x, -62, r, r * 1.06));
        brush.setColor(fur.times(0.5).awt());
        brush.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(new QuadCurve2D.Double(x - r * 0.8, -61, x, -57, x + r * 0.8, -61));
        continue;
      }
      double glance = 1.2 * pose.idle(0.11, 0.3);
      brush.setColor(Colour.of(70, 120, 150).awt());
      brush.fill(Shapes.disc(x + 2 + glance, -61.4, r * 0.62));
      brush.setColor(Colour.of(20, 22, 32).awt());
      brush.fill(Shapes.disc(x + 2.2 + glance, -61.4, r * 0.42));
      brush.setColor(Colour.of(255, 255, 255).awt());
      brush.fill(Shapes.disc(x + 4 + glance, -64, r * 0.2));
    }
    double open = pose.mouth() * 5;
    Path2D mouth = new Path2D.Double();
    mouth.moveTo(-7, -46);
    mouth.quadTo(5, -43.5, 16, -46.5);
    mouth.quadTo(6, -36.5 + open, -7, -46);
    brush.setColor(Colour.of(104, 40, 58).awt());
    brush.fill(mouth);
    brush.setColor(Colour.of(253, 252, 248).awt());
    brush.fill(Shapes.polygon(-2, -45.2, 1.6, -44.7, 0, -41.6));
    brush.fill(Shapes.polygon(8, -44.8, 11.4, -45.3, 9.8, -41.8));
  }
}
