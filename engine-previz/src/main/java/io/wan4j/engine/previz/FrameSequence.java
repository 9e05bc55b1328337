package io.wan4j.engine.previz;

/**
 * A film whose frames must be begun in order, because they may be made from a clip that is decoded
 * as it goes. What has been begun may be painted by any thread, in any order. So decoding streams,
 * and the dear part still runs in parallel. A {@link Film} is the easy case.
 */
public interface FrameSequence extends AutoCloseable {
  /** A frame that has all it needs. */
  @FunctionalInterface
  interface Painting {
    /**
     * A pure function, safe on any thread.
     *
     * @param argb takes width * height packed opaque pixels, row by row
     */
    void paint(int[] argb);
  }

  /**
   * Fetches what a frame is painted from.
   *
   * @param frame 0, 1, 2 and so on: each once, in order, by one thread
   * @throws io.wan4j.engine.EngineException when it cannot be had
   */
  Painting begin(int frame);

  /** Whether the frame is the first of a shot that is joined to the one before by a hard cut. */
  boolean isCut(int frame);

  /** Frees what the film holds outside the heap. No frame is being painted any more. */
  @Override
  void close();
}
