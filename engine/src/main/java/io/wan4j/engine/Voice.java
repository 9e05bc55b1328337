package io.wan4j.engine;

/** Whose voice a reference speaks with. */
public sealed interface Voice {
  /** The engine chooses. */
  record Any() implements Voice {}

  /** The voice heard in this recording. */
  record Sampled(Recording sample) implements Voice {}
}
