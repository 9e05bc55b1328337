package io.wan4j.engine.previz.actor;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** A thing on its own, as large as it must be to be the subject of a shot. */
final class Thing implements Rig {
  private static final double USUAL = 170;
  private static final double FIRE = 84;

  /** Drawings keep a little room around themselves. */
  private static final double MARGIN = 1.6;

  private final Drawing drawing;
  private final double tall;

  Thing(Drawing drawing) {
    this.drawing = drawing;
    this.tall = drawing.name().equals("fire") ? FIRE : USUAL;
  }

  @Override
  public double height() {
    return tall;
  }

  @Override
  public double length() {
    return tall * 0.9;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {0, -tall * 0.5, tall};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 60 : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return 1;
  }

  @Override
  public Motion natural() {
    return Motion.STAND;
  }

  @Override
  public boolean sits() {
    return false;
  }

  @Override
  public double glow() {
    return drawing.name().equals("fire") ? 1 : drawing.name().equals("candle") ? 0.5 : 0;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    boolean burns = drawing.name().equals("fire") || drawing.name().equals("candle");
    double flicker = burns ? 0.035 * pose.idle(2.6, 0) + 0.02 * pose.idle(5.1, 0.3) : 0;
    double sway = burns ? 0 : 0.008 * pose.idle(0.21, 0.1);
    double scale = tall / (Drawing.SIDE - 2 * MARGIN);
    brush.rotate(sway);
    brush.scale(scale * (1 - flicker * 0.5), scale * (1 + flicker));
    brush.translate(-Drawing.SIDE / 2, -Drawing.SIDE + MARGIN);
    drawing.draw(brush);
    brush.setTransform(keep);
  }
}
