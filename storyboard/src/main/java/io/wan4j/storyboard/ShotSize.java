package io.wan4j.storyboard;

/** How large the subject stands in the picture. */
public enum ShotSize {
  UNSTATED,
  EXTREME_CLOSE_UP,
  CLOSE_UP,
  MEDIUM_CLOSE_UP,
  MEDIUM,
  MEDIUM_LONG,
  LONG,
  EXTREME_LONG
}
