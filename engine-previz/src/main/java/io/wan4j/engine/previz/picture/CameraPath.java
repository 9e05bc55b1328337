package io.wan4j.engine.previz.picture;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * The camera before a plate for every frame of a film: the moves of its shots, a slow breathing
 * that never stops, and pulses of a sound.
 */
final class CameraPath {
  /**
   * One shot.
   *
   * @param from first frame
   * @param to after its last frame
   * @param framing how the shot begins
   * @param move what the camera has done at a share of the shot's time, 0 to 1; home at 0
   */
  record Leg(int from, int to, Pose framing, DoubleFunction<Pose> move) {}

  private final Pose[] poses;
  private final boolean[] cuts;

  private CameraPath(Pose[] poses, boolean[] cuts) {
    this.poses = poses;
    this.cuts = cuts;
  }

  /**
   * Plans the path.
   *
   * @param legs the shots in order, without gaps, the first from frame 0
   * @param besides what else moves the camera at each frame, home at the first one
   * @param coverage keeps the path on the plate
   */
  static CameraPath of(
      List<Leg> legs, int frameRate, IntFunction<Pose> besides, Coverage coverage) {
    int frames = legs.getLast().to();
    Pose[] poses = new Pose[frames];
    boolean[] cuts = new boolean[frames];
    for (Leg leg : legs) {
      int count = leg.to() - leg.from();
      for (int i = 0; i < count; i++) {
        double time = (double) i / Math.max(1, count - 1);
        int frame = leg.from() + i;
        poses[frame] =
            leg.framing()
                .and(leg.move().apply(time))
                .and(breath((double) i / frameRate))
                .and(besides.apply(frame));
      }
      coverage.cover(poses, leg.from(), leg.to(), leg.from() == 0);
      cuts[leg.from()] = leg.from() > 0;
    }
    poses[0] = legs.getFirst().framing();
    return new CameraPath(poses, cuts);
  }

  /** The sway of a camera on a shoulder, small enough to be felt only. */
  private static Pose breath(double seconds) {
    double slow = 2 * Math.PI * seconds;
    double swell = Easing.smooth(seconds);
    return new Pose(
        1,
        0.006 * (1 - Math.cos(0.23 * slow)),
        0.0012 * swell * Math.sin(0.19 * slow),
        0.0016 * swell * Math.sin(0.13 * slow),
        0.003 * Math.sin(0.11 * slow),
        0,
        0.0012 * swell * Math.sin(0.09 * slow),
        0);
  }

  /** What a beat of the sound does to the camera; {@code push} is 0 to 1. */
  static Pose pulse(double push) {
    return new Pose(1 + 0.012 * push, 0.03 * push, 0, 0, 0, 0, 0, 0);
  }

  Pose at(int frame) {
    return poses[frame];
  }

  boolean isCut(int frame) {
    return cuts[frame];
  }
}
