package io.wan4j.engine.wan;

import io.wan4j.engine.Brief;
import io.wan4j.engine.SoundSource;

/** Makes the sound of a film from its words: these networks make none. */
@FunctionalInterface
public interface Score extends AutoCloseable {
  /**
   * The sound of the whole film. Returns soon; what takes long is done while it is read, or in
   * threads of its own.
   */
  SoundSource compose(Brief brief);

  /** Closed with the engine. */
  @Override
  default void close() {}

  /** No sound at all. */
  static Score silent() {
    return brief -> SoundSource.silence();
  }
}
