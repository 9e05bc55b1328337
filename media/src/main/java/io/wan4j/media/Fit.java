package io.wan4j.media;

/** How a picture of one shape gets into a frame of another. */
public enum Fit {
  /** Stretched to the frame. */
  STRETCH,
  /** Fills the frame; what sticks out is cut off evenly. */
  COVER,
  /** Wholly seen; the rest of the frame is black. */
  CONTAIN
}
