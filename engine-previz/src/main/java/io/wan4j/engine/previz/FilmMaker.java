package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Progress;

/** Sets up the film of a brief: reads pictures, paints layers, plans the moves. */
@FunctionalInterface
public interface FilmMaker {
  /**
   * Sets up a film.
   *
   * @param progress asked between the steps whether the work shall stop; reports stay with the
   *     engine
   * @throws io.wan4j.engine.EngineException when the brief cannot be followed
   * @throws io.wan4j.engine.CancelledException when the work was cancelled
   */
  FrameSequence make(Brief brief, Progress progress);
}
