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

/** Things that float on water or in the air, seen from the side. */
final class Craft implements Machine {
  /** The shapes we draw, with length, height and how high they keep. */
  enum Kind {
    BOAT(300, 110, 0),
    SAILING_SHIP(360, 330, 0),
    SHIP(520, 200, 0),
    AEROPLANE(420, 130, 320),
    HELICOPTER(300, 130, 280),
    BALLOON(180, 270, 420),
    DRONE(150, 60, 240),
    ROCKET(130, 320, 60),
    SPACESHIP(400, 130, 150),
    SAUCER(340, 110, 150),
    FLYING_CAR(310, 92, 210);

    private final double length;
    private final double height;
    private final double altitude;

    Kind(double length, double height, double altitude) {
      this.length = length;
      this.height = height;
      this.altitude = altitude;
    }
  }

  private final Kind kind;
  private final Colour paint;

  Craft(Kind kind, Colour paint) {
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
    return new double[] {0, -kind.height * 0.5, kind.height * 1.1};
  }

  @Override
  public double stride(Motion motion) {
    return switch (kind) {
      case ROCKET, BALLOON -> 20;
      case AEROPLANE, SPACESHIP, SAUCER, FLYING_CAR -> 300;
      default -> 90;
    };
  }

  @Override
  public double cadence(Motion motion) {
    return kind == Kind.HELICOPTER || kind == Kind.DRONE ? 3 : 1;
  }

  @Override
  public Motion natural() {
    return kind.altitude > 0 ? Motion.FLY : Machine.super.natural();
  }

  @Override
  public double altitude() {
    return kind.altitude;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    sway(brush, pose);
    switch (kind) {
      case BOAT -> boat(brush);
      case SAILING_SHIP -> sails(brush, pose);
      case SHIP -> ship(brush);
      case AEROPLANE -> aeroplane(brush);
      case HELICOPTER, DRONE -> rotors(brush, pose);
      case BALLOON -> balloon(brush);
      case ROCKET -> rocket(brush, pose);
      case SPACESHIP -> new Spacecraft(paint).ship(brush, pose);
      case SAUCER -> new Spacecraft(paint).saucer(brush, pose);
      case FLYING_CAR -> new Spacecraft(paint).car(brush, pose);
    }
    brush.setTransform(keep);
  }

  @Override
  public void sway(Graphics2D brush, Pose pose) {
    double rock = kind.altitude > 0 ? 0.015 : 0.03;
    brush.rotate(rock * pose.idle(0.33, 0));
    brush.translate(0, kind.altitude > 0 ? 0 : 3 * pose.idle(0.4, 0.2));
  }

  private void shade(Graphics2D brush, double top, double bottom) {
    brush.setPaint(
        new GradientPaint(
            0f,
            (float) top,
            paint.mix(Colour.of(255, 255, 255), 0.35).awt(),
            0f,
            (float) bottom,
            paint.times(0.68).awt()));
  }

  private void hull(Graphics2D brush, double half, double high) {
    shade(brush, -high, 0);
    Path2D path = new Path2D.Double();
    path.moveTo(-half, -high * 0.9);
    path.quadTo(0, -high * 0.62, half, -high);
    path.quadTo(half * 0.86, -high * 0.1, half * 0.6, 4);
    path.lineTo(-half * 0.66, 4);
    path.quadTo(-half * 0.94, -high * 0.3, -half, -high * 0.9);
    brush.fill(path);
    brush.setColor(new Color(255, 255, 255, 150));
    brush.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D rail = new Path2D.Double();
    rail.moveTo(-half + 2, -high * 0.86);
    rail.quadTo(0, -high * 0.58, half - 3, -high * 0.96);
    brush.draw(rail);
  }

  private void boat(Graphics2D brush) {
    brush.setColor(new Color(0x6A4A30));
    Shapes.limb(brush, -30, -40, 3, 60, -86, 2);
    hull(brush, 145, 56);
    brush.setColor(new Color(0x5A3E28));
    brush.fill(Shapes.closed(-60, -44, 40, -42, 36, -36, -58, -38));
  }

  private void sails(Graphics2D brush, Pose pose) {
    double belly = 16 + 5 * pose.idle(0.3, 0);
    brush.setColor(new Color(0x6A4A30));
    brush.fill(Shapes.polygon(-12, -40, -8, -320, -4, -320, 0, -40));
    brush.fill(Shapes.polygon(84, -46, 87, -230, 90, -230, 94, -46));
    brush.setPaint(new GradientPaint(-60, 0, new Color(0xFBF4E2), 110, 0, new Color(0xD8C8A8)));
    brush.fill(sail(-8, -310, -150, 96, belly));
    brush.fill(sail(-8, -140, -66, 104, belly));
    brush.fill(sail(88, -222, -90, 66, belly * 0.8));
    brush.setColor(paint.awt());
    brush.fill(Shapes.closed(-6, -322, -44, -312 + 3 * pose.idle(0.9, 0), -6, -304));
    hull(brush, 176, 70);
  }

  private static Path2D sail(double x, double top, double bottom, double wide, double belly) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - wide * 0.42, top + 6);
    path.quadTo(x + belly, (top + bottom) / 2 - 20, x - wide * 0.5, bottom);
    path.quadTo(x + belly, bottom - 12, x + wide * 0.5, bottom);
    path.quadTo(x + wide * 0.5 + belly * 1.6, (top + bottom) / 2, x + wide * 0.42, top + 6);
    path.closePath();
    return path;
  }

  private void ship(Graphics2D brush) {
    brush.setColor(new Color(0xF2F0EA));
    brush.fill(Shapes.polygon(-180, -70, -172, -116, 120, -116, 140, -70));
    brush.fill(Shapes.polygon(-120, -116, -114, -150, 70, -150, 84, -116));
    brush.setColor(new Color(0xC8553C));
    brush.fill(Shapes.polygon(-70, -150, -62, -198, -26, -198, -22, -150));
    brush.fill(Shapes.polygon(8, -150, 14, -190, 44, -190, 48, -150));
    brush.setColor(new Color(0x56748C));
    for (int i = 0; i < 13; i++) {
      brush.fill(Shapes.disc(-160 + i * 22, -92, 5));
    }
    hull(brush, 258, 82);
  }

  private void aeroplane(Graphics2D brush) {
    double y = -60;
    brush.setColor(paint.times(0.7).awt());
    brush.fill(Shapes.polygon(-30, y - 6, -96, y - 46, -70, y - 46, 40, y - 8));
    brush.setPaint(
        new GradientPaint(
            0, (float) (y - 26), new Color(0xFBFBFA), 0, (float) (y + 26), new Color(0xA8B2BC)));
    brush.fill(
        Shapes.closed(
            -200, y - 14, -120, y - 24, 120, y - 26, 180, y - 14, 206, y + 4, 178, y + 18, 100,
            y + 25, -120, y + 18));
    brush.setColor(paint.awt());
    brush.fill(Shapes.polygon(-200, y - 12, -214, y - 70, -184, y - 70, -136, y - 18));
    brush.setColor(new Color(0x4C6C88));
    for (int i = 0; i < 14; i++) {
      brush.fill(Shapes.ellipse(-110 + i * 18, y - 8, 4.4, 5.4));
    }
    brush.fill(Shapes.closed(162, y - 14, 184, y - 6, 190, y, 166, y - 3));
    brush.setPaint(
        new GradientPaint(
            0, (float) y, new Color(0xE4E8EC), 0, (float) (y + 60), new Color(0x8A96A2)));
    brush.fill(Shapes.polygon(54, y + 8, -84, y + 60, -112, y + 58, -26, y + 8));
    brush.setColor(new Color(0x7C8894));
    brush.fill(Shapes.ellipse(-6, y + 32, 26, 10));
  }

  private void rotors(Graphics2D brush, Pose pose) {
    boolean drone = kind == Kind.DRONE;
    double spin = Math.cos(2 * Math.PI * pose.cycle() * 2.3);
    brush.setColor(new Color(60, 64, 72, 150));
    if (drone) {
      brush.setColor(paint.awt());
      brush.fill(Shapes.closed(-34, -20, 0, -34, 34, -20, 20, -8, -20, -8));
      brush.setStroke(new BasicStroke(6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(new Line2D.Double(-66, -36, 66, -36));
      brush.setColor(new Color(70, 76, 86, 140));
      for (double x : new double[] {-64, 64}) {
        brush.fill(Shapes.ellipse(x, -44, 30 * Math.abs(spin) + 8, 3));
      }
      brush.setColor(new Color(0x5AD8F0));
      brush.fill(Shapes.disc(18, -20, 5));
      return;
    }
    shade(brush, -90, -10);
    brush.fill(Shapes.closed(-20, -84, 50, -86, 96, -52, 88, -22, 20, -14, -30, -24));
    brush.fill(Shapes.closed(-10, -74, -150, -62, -150, -52, -14, -38));
    brush.fill(Shapes.polygon(-146, -56, -166, -92, -150, -92, -132, -58));
    glassOf(brush);
    brush.setColor(new Color(0x4A4E56));
    brush.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(-30, 0, 76, 0));
    brush.draw(new Line2D.Double(0, -18, -8, 0));
    brush.draw(new Line2D.Double(44, -18, 52, 0));
    brush.draw(new Line2D.Double(18, -86, 18, -104));
    brush.setColor(new Color(50, 54, 62, 170));
    brush.fill(Shapes.ellipse(18, -106, 150 * Math.abs(spin) + 20, 3.4));
    brush.fill(Shapes.ellipse(-156, -76, 4, 22 * Math.abs(spin) + 6));
  }

  private static void glassOf(Graphics2D brush) {
    brush.setPaint(new GradientPaint(0, -80, new Color(0xD4E8F2), 0, -40, new Color(0x5A80A0)));
    brush.fill(Shapes.closed(40, -80, 66, -74, 90, -50, 60, -44, 40, -48));
  }

  private void balloon(Graphics2D brush) {
    brush.setColor(new Color(0x7A5638));
    brush.setStroke(new BasicStroke(1.8f));
    for (double x : new double[] {-14, 14}) {
      brush.draw(new Line2D.Double(x, -32, x * 2.6, -92));
    }
    brush.fill(Shapes.polygon(-18, -34, 18, -34, 15, -2, -15, -2));
    Path2D skin =
        Shapes.closed(
            -22, -86, -74, -150, -84, -206, -46, -258, 0, -270, 46, -258, 84, -206, 74, -150, 22,
            -86);
    shade(brush, -270, -80);
    brush.fill(skin);
    java.awt.Shape clip = brush.getClip();
    brush.clip(skin);
    brush.setColor(new Color(255, 246, 220, 190));
    for (int i = -1; i <= 1; i++) {
      brush.fill(
          Shapes.closed(
              i * 52 - 12,
              -280,
              i * 52 + 12,
              -280,
              i * 44 + 13,
              -180,
              i * 16 + 5,
              -80,
              i * 16 - 5,
              -80,
              i * 44 - 13,
              -180));
    }
    brush.setClip(clip);
  }

  private void rocket(Graphics2D brush, Pose pose) {
    double flame = 50 + 14 * Math.sin(pose.seconds() * 37);
    brush.setPaint(
        new GradientPaint(
            0, -30, new Color(0xFFF2B0), 0, (float) (flame - 30), new Color(255, 90, 30, 0)));
    brush.fill(Shapes.closed(-20, -36, 20, -36, 8, flame * 0.4, 0, flame, -8, flame * 0.4));
    brush.setColor(paint.times(0.85).awt());
    brush.fill(Shapes.polygon(-30, -110, -62, -34, -24, -50));
    brush.fill(Shapes.polygon(30, -110, 62, -34, 24, -50));
    brush.setPaint(new GradientPaint(-36, 0, new Color(0xFCFCFA), 40, 0, new Color(0x9EA8B2)));
    brush.fill(Shapes.closed(-24, -36, -36, -130, -28, -230, 0, -310, 28, -230, 36, -130, 24, -36));
    brush.setColor(paint.awt());
    brush.fill(Shapes.closed(-22, -250, 0, -312, 22, -250, 0, -244));
    brush.setColor(new Color(0x3E6C94));
    brush.fill(Shapes.disc(0, -190, 15));
    brush.setColor(new Color(0xCDE6F4));
    brush.fill(Shapes.disc(-4, -194, 6));
  }
}
