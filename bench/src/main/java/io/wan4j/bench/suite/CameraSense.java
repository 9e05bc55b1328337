package io.wan4j.bench.suite;

import java.util.Locale;

/** What a viewer sees the camera do, whether a lens or a dolly does it. */
public enum CameraSense {
  STATIC,
  PAN_LEFT,
  PAN_RIGHT,
  TILT_UP,
  TILT_DOWN,
  /** Zoom or dolly: the picture opens. */
  IN,
  /** Zoom or dolly: the picture closes. */
  OUT,
  TRUCK_LEFT,
  TRUCK_RIGHT;

  /** By the word of the suite's file, such as {@code pan-left}. */
  static CameraSense of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
