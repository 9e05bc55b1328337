package io.wan4j.engine.wan.film;

/**
 * How much memory the networks may take, the faster the more. A film that does not fit is tried
 * once more on the next rung.
 */
public enum Rung {
  /** Everything stays loaded, frames are decoded whole. */
  RESIDENT,
  /**
   * Only the network that works is loaded: the text encoder, one expert at a time, the autoencoder,
   * which decodes in tiles.
   */
  FRUGAL;

  boolean isLast() {
    return this == FRUGAL;
  }
}
