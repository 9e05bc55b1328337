package io.wan4j.engine.previz;

/**
 * The pictures of one film. Immutable once made: any frame may be painted at any time, by several
 * threads at once, and looks the same whenever it is painted.
 */
public interface Film extends AutoCloseable {
  /**
   * Paints one frame.
   *
   * @param frame 0 to frame count - 1
   * @param argb takes width * height packed opaque pixels, row by row; what it held is overwritten
   * @throws io.wan4j.engine.EngineException when the picture cannot be made
   */
  void paint(int frame, int[] argb);

  /** Whether the frame is the first of a shot that is joined to the one before by a hard cut. */
  boolean isCut(int frame);

  /** Frees what the film holds outside the heap. No frame is being painted any more. */
  @Override
  default void close() {}
}
