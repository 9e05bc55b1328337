package io.wan4j.storyboard;

/** From where the camera looks at the subject. */
public enum CameraAngle {
  UNSTATED,
  EYE_LEVEL,
  /** Near the ground, looking up. */
  LOW,
  /** Above the subject, looking down at a slant. */
  HIGH,
  /** Straight down. */
  OVERHEAD,
  /** Far above, from an aircraft or drone. */
  AERIAL,
  /** Through the eyes of somebody in the scene. */
  POINT_OF_VIEW,
  OVER_THE_SHOULDER,
  /** Tilted about the view axis. */
  DUTCH
}
