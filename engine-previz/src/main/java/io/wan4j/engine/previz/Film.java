package io.wan4j.engine.previz;

/**
 * The pictures of one film. Immutable once made: any frame may be painted at any time, by several
 * threads at once, and looks the same whenever it is painted.
 */
public interface Film extends FrameSequence {
  /**
   * Paints one frame.
   *
   * @param frame 0 to frame count - 1
   * @param argb takes width * height packed opaque pixels, row by row; what it held is overwritten
   * @throws io.wan4j.engine.EngineException when the picture cannot be made
   */
  void paint(int frame, int[] argb);

  @Override
  default Painting begin(int frame) {
    return argb -> paint(frame, argb);
  }

  @Override
  default void close() {}
}
