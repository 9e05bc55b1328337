package io.wan4j.engine.previz.picture;

import java.util.Arrays;
import java.util.List;

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
   * @param move what the camera does until its end
   * @param settles whether the move comes to rest at the end of the shot
   */
  record Leg(int from, int to, Pose framing, Pose move, boolean settles) {}

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
   * @param pulses how strongly the sound pushes each frame, 0 to 1; empty without sound
   * @param coverage keeps the path on the plate
   */
  static CameraPath of(List<Leg> legs, int frameRate, double[] pulses, Coverage coverage) {
    int frames = legs.getLast().to();
    Pose[] poses = new Pose[frames];
    boolean[] cuts = new boolean[frames];
    for (Leg leg : legs) {
      int count = leg.to() - leg.from();
      for (int i = 0; i < count; i++) {
        double time = (double) i / Math.max(1, count - 1);
        double share = leg.settles() ? Easing.smooth(time) : Easing.leave(time);
        int frame = leg.from() + i;
        double push = frame < pulses.length ? pulses[frame] : 0;
        poses[frame] =
            leg.framing()
                .and(leg.move().part(share))
                .and(breath((double) i / frameRate))
                .and(pulse(push));
      }
      coverage.cover(poses, leg.from(), leg.to(), leg.from() == 0);
      cuts[leg.from()] = leg.from() > 0;
    }
    if (Arrays.stream(pulses).limit(1).sum() == 0) {
      poses[0] = legs.getFirst().framing();
    }
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

  private static Pose pulse(double push) {
    return new Pose(1 + 0.012 * push, 0.03 * push, 0, 0, 0, 0, 0, 0);
  }

  Pose at(int frame) {
    return poses[frame];
  }

  boolean isCut(int frame) {
    return cuts[frame];
  }
}
