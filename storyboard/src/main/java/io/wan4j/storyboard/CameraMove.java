package io.wan4j.storyboard;

import java.util.Objects;

/**
 * One move of the camera within a shot.
 *
 * @param start when it starts, as a share of the shot, 0 to 1
 * @param end when it ends, as a share of the shot, after {@code start}; moves whose times overlap
 *     happen together
 */
public record CameraMove(
    Kind kind, Speed speed, Strength strength, Easing easing, double start, double end) {

  public CameraMove {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(speed, "speed is null");
    Objects.requireNonNull(strength, "strength is null");
    Objects.requireNonNull(easing, "easing is null");
    if (!(start >= 0 && start < end && end <= 1)) {
      throw new IllegalArgumentException(
          "a camera move must lie within 0 to 1: " + start + " to " + end);
    }
  }

  /** The move with the direction it goes. */
  public enum Kind {
    STATIC,
    PAN_LEFT,
    PAN_RIGHT,
    TILT_UP,
    TILT_DOWN,
    DOLLY_IN,
    DOLLY_OUT,
    TRUCK_LEFT,
    TRUCK_RIGHT,
    PEDESTAL_UP,
    PEDESTAL_DOWN,
    CRANE_UP,
    CRANE_DOWN,
    ZOOM_IN,
    ZOOM_OUT,
    DOLLY_ZOOM,
    ORBIT_LEFT,
    ORBIT_RIGHT,
    /** The camera keeps pace with the subject. */
    FOLLOW,
    HANDHELD,
    /** A flight over the scene. */
    AERIAL,
    OVERHEAD,
    POINT_OF_VIEW,
    WHIP_PAN_LEFT,
    WHIP_PAN_RIGHT,
    /** A turn about the view axis. */
    ROLL,
    /** The focus travels from one depth to another. */
    RACK_FOCUS
  }

  public enum Speed {
    VERY_SLOW,
    SLOW,
    NORMAL,
    FAST,
    VERY_FAST
  }

  /** How far the move goes. */
  public enum Strength {
    SLIGHT,
    NORMAL,
    WIDE
  }

  public enum Easing {
    /** Starts and ends gently. */
    SMOOTH,
    /** Constant speed. */
    LINEAR,
    /** Gets faster. */
    EASE_IN,
    /** Gets slower: "gradually slows". */
    EASE_OUT,
    /** Sudden. */
    SNAP
  }
}
