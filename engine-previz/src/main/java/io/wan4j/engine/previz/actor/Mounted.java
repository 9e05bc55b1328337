package io.wan4j.engine.previz.actor;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Somebody on the back of an animal or on a machine. */
final class Mounted implements Rig {
  /** Feet reach this far below the hips, in hundredths of a person's height. */
  private static final double HIPS = 46;

  private final Person rider;
  private final Rig mount;

  Mounted(Person rider, Rig mount) {
    this.rider = rider;
    this.mount = mount;
  }

  private double lift(double unit) {
    return -mount.saddle()[1] - HIPS * unit;
  }

  @Override
  public double height() {
    return Math.max(mount.height(), rider.height() + lift(rider.height() / 100));
  }

  @Override
  public double length() {
    return mount.length();
  }

  @Override
  public double[] head(Motion motion) {
    double[] head = rider.head(Motion.STAND);
    return new double[] {
      head[0] + mount.saddle()[0], head[1] - lift(rider.height() / 100), head[2]
    };
  }

  @Override
  public double stride(Motion motion) {
    return mount.stride(motion);
  }

  @Override
  public double cadence(Motion motion) {
    return mount.cadence(motion);
  }

  @Override
  public Motion natural() {
    return mount.natural();
  }

  @Override
  public boolean sits() {
    return false;
  }

  @Override
  public double altitude() {
    return mount.altitude();
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    double bounce = pose.motion() == Motion.RUN ? 5 * pose.wave(0.1) : 0;
    mount.draw(brush, pose);
    brush.translate(mount.saddle()[0], -lift(rider.height() / 100) + bounce);
    rider.riding(brush, pose);
    brush.setTransform(keep);
  }
}
