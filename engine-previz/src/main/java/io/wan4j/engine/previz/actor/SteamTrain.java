package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A steam engine with its tender and a carriage, under its own smoke. */
final class SteamTrain implements Machine {
  private static final double LENGTH = 900;
  private static final double HEIGHT = 215;
  private static final double DRIVER = 40;
  private static final int PUFFS = 26;

  private static final Colour BLACK = Colour.of(44, 46, 52);
  private static final Color BRASS = new Color(0xD8A84A);
  private static final Color RED = new Color(0xA83A2C);

  private final Colour paint;

  SteamTrain(Colour paint) {
    this.paint = paint.mix(BLACK, 0.35);
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
  public double reach() {
    return HEIGHT * 2.1;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {LENGTH * 0.3, -HEIGHT * 0.5, HEIGHT * 1.1};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 2 * Math.PI * DRIVER : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return 1.1;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    boolean rolls = pose.motion().moving();
    double turn = Machine.turn(pose);
    brush.translate(LENGTH * 0.5 - 268, 0);
    smoke(brush, pose, rolls);
    brush.translate(0, Machine.shake(pose, 0.8, 23));
    carriage(brush, turn);
    tender(brush, turn);
    engine(brush, turn);
    brush.setTransform(keep);
  }

  /** Puffs that are born at the chimney, rise, grow and stay behind. */
  private static void smoke(Graphics2D brush, Pose pose, boolean rolls) {
    for (int i = 0; i < PUFFS; i++) {
      double age =
          i / (double) PUFFS + (pose.seconds() * 0.9 - Math.floor(pose.seconds() * 0.9)) / PUFFS;
      double back = (rolls ? 760 : 60) * Math.pow(age, 0.9);
      double up = 170 * Math.pow(age, 0.55);
      double wobble = 14 * Math.sin(i * 2.4 + pose.seconds());
      double size = 16 + 58 * Math.pow(age, 0.7);
      int grey = (int) (236 - 46 * (1 - age));
      brush.setColor(new Color(grey, grey, grey, (int) (170 * Math.pow(1 - age, 1.3))));
      brush.fill(Shapes.disc(188 - back + wobble, -218 - up + wobble * 0.6, size));
      brush.setColor(new Color(255, 252, 246, (int) (90 * Math.pow(1 - age, 1.3))));
      brush.fill(
          Shapes.disc(188 - back + wobble - size * 0.2, -224 - up + wobble * 0.6, size * 0.6));
    }
  }

  private void engine(Graphics2D brush, double turn) {
    brush.setColor(BLACK.times(0.7).awt());
    brush.fill(new Rectangle2D.Double(-128, -70, 390, 16));
    brush.setPaint(
        new GradientPaint(
            0,
            -166,
            paint.mix(Colour.of(255, 255, 255), 0.3).awt(),
            0,
            -72,
            paint.times(0.5).awt()));
    brush.fill(new RoundRectangle2D.Double(-40, -164, 262, 92, 22, 22));
    brush.setPaint(new GradientPaint(0, -170, new Color(0x5A5E66), 0, -72, new Color(0x1E2024)));
    brush.fill(new RoundRectangle2D.Double(176, -170, 66, 104, 16, 16));
    brush.setColor(BRASS);
    for (double x : new double[] {-20, 52, 124}) {
      brush.fill(new Rectangle2D.Double(x, -164, 6, 92));
    }
    brush.setColor(BLACK.awt());
    brush.fill(Shapes.polygon(178, -166, 172, -216, 164, -226, 212, -226, 204, -216, 200, -166));
    brush.setColor(BRASS);
    brush.fill(new RoundRectangle2D.Double(162, -230, 52, 9, 6, 6));
    brush.fill(Shapes.closed(66, -160, 70, -188, 88, -196, 106, -188, 110, -160));
    brush.setColor(BLACK.awt());
    brush.fill(Shapes.closed(6, -160, 10, -180, 24, -184, 38, -180, 42, -160));
    cab(brush);
    brush.setColor(RED);
    brush.fill(Shapes.polygon(236, -66, 268, -66, 300, -8, 232, -8));
    brush.setColor(BLACK.awt());
    brush.setStroke(new BasicStroke(3f));
    for (int i = 0; i < 4; i++) {
      brush.draw(new Line2D.Double(246 + i * 6, -62, 240 + i * 16, -10));
    }
    brush.fill(new RoundRectangle2D.Double(196, -62, 58, 34, 10, 10));
    brush.setColor(new Color(0xFFF0B8));
    brush.fill(Shapes.ellipse(250, -146, 9, 13));
    brush.setColor(new Color(255, 240, 180, 70));
    brush.fill(Shapes.ellipse(262, -146, 30, 24));
    for (double x : new double[] {-74, 12, 98}) {
      wheel(brush, x, DRIVER, turn, 10);
    }
    for (double x : new double[] {176, 226}) {
      wheel(brush, x, 22, turn * DRIVER / 22, 6);
    }
    double crankX = 20 * Math.cos(turn);
    double crankY = 20 * Math.sin(turn);
    brush.setColor(new Color(0xC4C8CE));
    Shapes.limb(brush, -74 + crankX, -DRIVER + crankY, 5, 98 + crankX, -DRIVER + crankY, 5);
    Shapes.limb(brush, 98 + crankX, -DRIVER + crankY, 4, 206, -46, 4);
  }

  private void cab(Graphics2D brush) {
    brush.setPaint(
        new GradientPaint(
            0,
            -196,
            paint.mix(Colour.of(255, 255, 255), 0.16).awt(),
            0,
            -60,
            paint.times(0.6).awt()));
    brush.fill(new Rectangle2D.Double(-128, -192, 92, 132));
    brush.setColor(new Color(0xFFD890));
    brush.fill(new RoundRectangle2D.Double(-112, -176, 56, 46, 8, 8));
    brush.setColor(BLACK.awt());
    Shapes.limb(brush, -92, -130, 11, -92, -146, 9);
    brush.fill(Shapes.disc(-92, -158, 9));
    brush.fill(Shapes.closed(-142, -190, -110, -206, -54, -206, -24, -190, -80, -192));
    brush.setColor(BRASS);
    brush.fill(new Rectangle2D.Double(-128, -112, 92, 4));
  }

  private void tender(Graphics2D brush, double turn) {
    brush.setColor(BLACK.awt());
    brush.fill(new Rectangle2D.Double(-330, -58, 200, 14));
    brush.setColor(new Color(0x1C1C20));
    brush.fill(
        Shapes.closed(
            -306, -136, -290, -160, -262, -152, -232, -168, -200, -154, -172, -164, -154, -136));
    brush.setPaint(
        new GradientPaint(
            0,
            -142,
            paint.mix(Colour.of(255, 255, 255), 0.2).awt(),
            0,
            -56,
            paint.times(0.55).awt()));
    brush.fill(new RoundRectangle2D.Double(-322, -142, 184, 88, 10, 10));
    brush.setColor(BRASS);
    brush.fill(new Rectangle2D.Double(-316, -128, 172, 3));
    brush.fill(new Rectangle2D.Double(-316, -70, 172, 3));
    for (double x : new double[] {-300, -250, -206, -162}) {
      wheel(brush, x, 21, turn * DRIVER / 21, 6);
    }
  }

  private void carriage(Graphics2D brush, double turn) {
    brush.setColor(BLACK.awt());
    brush.fill(new Rectangle2D.Double(-632, -58, 306, 14));
    brush.setPaint(new GradientPaint(0, -180, new Color(0x9A4A38), 0, -56, new Color(0x5A2A24)));
    brush.fill(new RoundRectangle2D.Double(-628, -178, 290, 122, 10, 10));
    brush.setColor(new Color(0xE8D8B0));
    brush.fill(new Rectangle2D.Double(-628, -106, 290, 5));
    brush.setColor(new Color(0xFFDFA0));
    for (int i = 0; i < 6; i++) {
      brush.fill(new RoundRectangle2D.Double(-616 + i * 47, -164, 34, 48, 8, 8));
    }
    brush.setColor(new Color(0x4A4440));
    brush.fill(Shapes.closed(-640, -176, -600, -194, -366, -194, -326, -176, -480, -178));
    for (double x : new double[] {-592, -544, -424, -376}) {
      wheel(brush, x, 21, turn * DRIVER / 21, 6);
    }
  }

  private static void wheel(Graphics2D brush, double x, double radius, double turn, int spokes) {
    Wheel.onGround(x, radius, turn)
        .ring(brush, new Color(0x26272C), 0.89, 0.22)
        .ring(brush, RED, 0.74, Math.max(2.4 / radius, 0.1))
        .spokes(brush, RED, spokes, 0.74)
        .disc(brush, new Color(0x3A3C42), 0.24);
  }
}
