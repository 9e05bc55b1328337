package io.wan4j.engine.previz.look;

/** A step that changes a finished picture. Immutable; used by several threads at once. */
@FunctionalInterface
interface Finish {
  /**
   * Changes a picture in place.
   *
   * @param argb opaque packed pixels, row by row
   * @param frame number of the frame, for what differs from one to the next
   */
  void apply(int[] argb, int frame);
}
