package io.wan4j.storyboard;

public enum TimeOfDay {
  UNSTATED,
  DAWN,
  DAY,
  /** The sun near the horizon: the golden hour. */
  SUNSET,
  /** After the sun: the blue hour. */
  DUSK,
  NIGHT
}
