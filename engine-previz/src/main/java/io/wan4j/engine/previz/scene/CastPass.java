package io.wan4j.engine.previz.scene;

import java.util.List;

/** The mask pass of a film of words: which actors are in a frame, and how much of each is seen. */
@FunctionalInterface
public interface CastPass {
  /**
   * Looks for everybody who plays in the frame's shot. Paints the frame once for each of them.
   *
   * @param frame 0 to frame count - 1
   * @return one for each actor, the lead first; empty when the shot has no actors
   */
  List<Sighting> at(int frame);
}
