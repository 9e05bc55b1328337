package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Ease;

/**
 * An actor's part in one shot.
 *
 * @param name the noun of the storyboard, by which its lines are found
 * @param start where it is at the start of the shot, stage units from the middle, at its own depth
 * @param speed stage units a second, to the right
 * @param gain stage units it gains on the others over the shot, gently begun and ended
 * @param depth where it stands
 * @param facing 1 to the right, -1 to the left
 * @param altitude above the ground, stage units
 * @param phase by which its cycle is ahead of the others'
 * @param pace how fast its legs or wings go, against their usual speed
 */
record Role(
    String name,
    Rig rig,
    Motion motion,
    double start,
    double speed,
    double gain,
    double depth,
    int facing,
    double altitude,
    double phase,
    double pace) {
  /** Slower legs would look like slow motion. */
  private static final double SLOWEST_PACE = 0.6;

  /**
   * Where it is.
   *
   * @param share how much of the shot has passed, 0 to 1
   */
  double placeAt(double seconds, double share) {
    return start + speed * seconds + gain * Ease.quintic(share);
  }

  /** The same role, farther away. */
  Role back(double depths) {
    return new Role(
        name, rig, motion, start, speed, gain, depth + depths, facing, altitude, phase, pace);
  }

  /** The same role, so slow that it gets no farther than this in the given time. */
  Role crossing(double farthest, double seconds) {
    double share = farthest / Math.max(1, Math.abs(speed) * seconds);
    if (share >= 1) {
      return this;
    }
    return new Role(
        name,
        rig,
        motion,
        start,
        speed * share,
        gain,
        depth,
        facing,
        altitude,
        phase,
        Math.max(SLOWEST_PACE, pace * share));
  }

  /** The same role at another place. */
  Role at(double place, double deep) {
    return new Role(name, rig, motion, place, speed, gain, deep, facing, altitude, phase, pace);
  }

  /** The same role, played by another. */
  Role as(Rig other) {
    return new Role(name, other, motion, start, speed, gain, depth, facing, altitude, phase, pace);
  }

  double cycleAt(double seconds) {
    return phase + pace * rig.cadence(motion) * seconds;
  }
}
