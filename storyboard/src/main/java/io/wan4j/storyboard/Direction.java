package io.wan4j.storyboard;

/** Which way a camera verb goes. */
enum Direction {
  LEFT,
  RIGHT,
  UP,
  DOWN,
  FORWARD,
  BACK,
  /** To the side, without saying which. */
  SIDEWAYS
}
