package io.wan4j.engine.previz.actor;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** An actor larger or smaller than its kind: a giant robot, a cub. */
final class Scaled implements Rig {
  private final Rig rig;
  private final double size;

  /**
   * @param size against the usual, more than 0
   */
  Scaled(Rig rig, double size) {
    this.rig = rig;
    this.size = size;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.scale(size, size);
    rig.draw(brush, pose);
    brush.setTransform(keep);
  }

  @Override
  public double height() {
    return size * rig.height();
  }

  @Override
  public double length() {
    return size * rig.length();
  }

  @Override
  public double[] head(Motion motion) {
    return scaled(rig.head(motion));
  }

  @Override
  public double stride(Motion motion) {
    return size * rig.stride(motion);
  }

  /** Large bodies swing slowly, as pendulums do: the period goes with the root of the length. */
  @Override
  public double cadence(Motion motion) {
    return rig.cadence(motion) / Math.sqrt(size);
  }

  @Override
  public Motion natural() {
    return rig.natural();
  }

  @Override
  public double reach() {
    return size * rig.reach();
  }

  @Override
  public boolean sits() {
    return rig.sits();
  }

  @Override
  public boolean lies() {
    return rig.lies();
  }

  @Override
  public double altitude() {
    return rig.altitude();
  }

  @Override
  public double[] saddle() {
    return scaled(rig.saddle());
  }

  @Override
  public Rig holding(Prop prop) {
    return new Scaled(rig.holding(prop), size);
  }

  @Override
  public double glow() {
    return rig.glow();
  }

  private double[] scaled(double[] numbers) {
    double[] all = new double[numbers.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = size * numbers[i];
    }
    return all;
  }
}
