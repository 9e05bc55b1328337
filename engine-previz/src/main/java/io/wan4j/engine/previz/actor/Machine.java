package io.wan4j.engine.previz.actor;

/** What goes by wheels, sails or engines: on its way by itself, at rest where it is told to sit. */
interface Machine extends Rig {
  @Override
  default Motion natural() {
    return Motion.DRIVE;
  }

  /** Radians by which its wheels have turned. */
  static double turn(Pose pose) {
    return pose.motion().moving() ? 2 * Math.PI * pose.cycle() : 0;
  }

  /**
   * How far the road shakes it up and down.
   *
   * @param far in stage units
   * @param rate in radians a second
   */
  static double shake(Pose pose, double far, double rate) {
    return pose.motion().moving() ? far * Math.sin(pose.seconds() * rate) : 0;
  }
}
