package io.wan4j.engine.previz.actor;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Somebody who sits in a boat: seen above its side, and rocked with it. */
final class Aboard implements Rig {
  /** How far below the water line the feet are, so that the side hides the legs. */
  private static final double SUNK = 30;

  /** The row above the water line below which nobody is seen. */
  private static final double SIDE = 20;

  /** The seat, in parts of the boat's length behind its middle. */
  private static final double SEAT = 0.1;

  private final Person sitter;
  private final Rig boat;

  Aboard(Person sitter, Rig boat) {
    this.sitter = sitter;
    this.boat = boat;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    Shape clip = brush.getClip();
    boat.sway(brush, pose);
    double wide = 2 * boat.length();
    brush.clip(new Rectangle2D.Double(-wide, -4 * height(), 2 * wide, 4 * height() - SIDE));
    brush.translate(-SEAT * boat.length(), SUNK);
    sitter.aboard(brush, pose);
    brush.setTransform(keep);
    brush.setClip(clip);
    boat.draw(brush, pose);
  }

  @Override
  public double height() {
    double[] head = sitter.head(Motion.SIT);
    return head[2] / 2 - head[1] - SUNK;
  }

  @Override
  public double length() {
    return boat.length();
  }

  @Override
  public double[] head(Motion motion) {
    double[] head = sitter.head(Motion.SIT);
    return new double[] {head[0] - SEAT * boat.length(), head[1] + SUNK, head[2]};
  }

  @Override
  public double stride(Motion motion) {
    return boat.stride(motion);
  }

  @Override
  public double cadence(Motion motion) {
    return boat.cadence(motion);
  }

  @Override
  public Motion natural() {
    return boat.natural();
  }

  @Override
  public double reach() {
    return height() * 1.3 + 40;
  }

  @Override
  public Rig holding(Prop prop) {
    return sitter.holding(prop) instanceof Person holder ? new Aboard(holder, boat) : this;
  }
}
