package io.wan4j.engine.previz.actor;

/**
 * A hand that another's hand holds.
 *
 * @param x where it is, ahead of the feet, in stage units
 * @param y where it is, upwards negative, in stage units
 * @param arm which arm goes there
 */
public record Clasp(double x, double y, Arm arm) {
  /** Seen from the viewer. */
  public enum Arm {
    NEAR,
    FAR,
    BOTH
  }

  boolean near() {
    return arm != Arm.FAR;
  }

  boolean far() {
    return arm != Arm.NEAR;
  }
}
