package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Clip;
import java.util.Optional;

/** The frames of a clip as plates, one for each frame of the film, in order. */
interface ClipPlates extends AutoCloseable {
  /** Opens clips. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens a clip at the film's frame rate.
     *
     * @param width of the plates; the clip covers them
     */
    ClipPlates open(Clip clip, int width, int height, int frameRate);
  }

  /** The next frame, or empty after the last one. */
  Optional<Plate> next();

  @Override
  void close();
}
