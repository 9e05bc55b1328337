package io.wan4j.storyboard;

public enum Weather {
  CLEAR,
  CLOUD,
  RAIN,
  SNOW,
  FOG,
  WIND,
  STORM,
  /** Thunder and lightning. */
  THUNDERSTORM,
  SANDSTORM
}
