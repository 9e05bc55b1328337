package io.wan4j.storyboard;

import static io.wan4j.storyboard.CameraMove.Kind.*;

import java.util.Map;
import java.util.Optional;

/** A verb of camera work and the move it becomes by direction. */
enum CameraVerb {
  PAN(PAN_RIGHT, PAN_LEFT, PAN_RIGHT, TILT_UP, TILT_DOWN, PAN_RIGHT, PAN_RIGHT),
  TILT(TILT_UP, ROLL, ROLL, TILT_UP, TILT_DOWN, TILT_UP, TILT_UP),
  DOLLY(DOLLY_IN, TRUCK_LEFT, TRUCK_RIGHT, PEDESTAL_UP, PEDESTAL_DOWN, DOLLY_IN, DOLLY_OUT),
  TRUCK(TRUCK_RIGHT, TRUCK_LEFT, TRUCK_RIGHT, PEDESTAL_UP, PEDESTAL_DOWN, DOLLY_IN, DOLLY_OUT),
  CRANE(CRANE_UP, TRUCK_LEFT, TRUCK_RIGHT, CRANE_UP, CRANE_DOWN, CRANE_UP, CRANE_UP),
  ZOOM(ZOOM_IN, ZOOM_IN, ZOOM_IN, ZOOM_IN, ZOOM_IN, ZOOM_IN, ZOOM_OUT),
  ORBIT(ORBIT_RIGHT, ORBIT_LEFT, ORBIT_RIGHT, ORBIT_RIGHT, ORBIT_RIGHT, ORBIT_RIGHT, ORBIT_RIGHT),
  WHIP(
      WHIP_PAN_RIGHT,
      WHIP_PAN_LEFT,
      WHIP_PAN_RIGHT,
      TILT_UP,
      TILT_DOWN,
      WHIP_PAN_RIGHT,
      WHIP_PAN_RIGHT),
  /** Keeps pace; with a direction it is also a sideways travel. */
  TRACK(
      CameraMove.Kind.FOLLOW,
      TRUCK_LEFT,
      TRUCK_RIGHT,
      PEDESTAL_UP,
      PEDESTAL_DOWN,
      DOLLY_IN,
      DOLLY_OUT),
  /** Follows only when the camera does it. */
  GO_WITH(
      CameraMove.Kind.FOLLOW,
      TRUCK_LEFT,
      TRUCK_RIGHT,
      PEDESTAL_UP,
      PEDESTAL_DOWN,
      CameraMove.Kind.FOLLOW,
      CameraMove.Kind.FOLLOW),
  /** Circles only when the camera does it. */
  GO_ROUND(
      ORBIT_RIGHT, ORBIT_LEFT, ORBIT_RIGHT, ORBIT_RIGHT, ORBIT_RIGHT, ORBIT_RIGHT, ORBIT_RIGHT),
  /** Rises only when the camera does it. */
  GO_UP(PEDESTAL_UP, PEDESTAL_UP, PEDESTAL_UP, PEDESTAL_UP, PEDESTAL_UP, CRANE_UP, CRANE_UP),
  GO_DOWN(
      PEDESTAL_DOWN,
      PEDESTAL_DOWN,
      PEDESTAL_DOWN,
      PEDESTAL_DOWN,
      PEDESTAL_DOWN,
      CRANE_DOWN,
      CRANE_DOWN),
  GO_NEAR(DOLLY_IN, DOLLY_IN, DOLLY_IN, DOLLY_IN, DOLLY_IN, DOLLY_IN, DOLLY_OUT),
  GO_FAR(DOLLY_OUT, DOLLY_OUT, DOLLY_OUT, DOLLY_OUT, DOLLY_OUT, DOLLY_OUT, DOLLY_OUT),
  /** Says nothing without a direction. */
  GO(null, TRUCK_LEFT, TRUCK_RIGHT, PEDESTAL_UP, PEDESTAL_DOWN, DOLLY_IN, DOLLY_OUT);

  private final CameraMove.Kind plain;
  private final Map<Direction, CameraMove.Kind> directed;

  CameraVerb(
      CameraMove.Kind plain,
      CameraMove.Kind left,
      CameraMove.Kind right,
      CameraMove.Kind up,
      CameraMove.Kind down,
      CameraMove.Kind forward,
      CameraMove.Kind back) {
    this.plain = plain;
    this.directed =
        Map.of(
            Direction.LEFT, left,
            Direction.RIGHT, right,
            Direction.UP, up,
            Direction.DOWN, down,
            Direction.FORWARD, forward,
            Direction.BACK, back);
  }

  /** The move of this verb alone; empty when it needs a direction. */
  Optional<CameraMove.Kind> move() {
    return Optional.ofNullable(plain);
  }

  /**
   * @param direction not {@link Direction#SIDEWAYS}
   */
  CameraMove.Kind move(Direction direction) {
    return directed.get(direction);
  }

  /** Whether it speaks of the camera only when the camera is the subject of the sentence. */
  boolean needsCamera() {
    return name().startsWith("GO");
  }
}
