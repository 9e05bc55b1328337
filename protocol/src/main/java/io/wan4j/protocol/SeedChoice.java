package io.wan4j.protocol;

/** Where the randomness of a film comes from. */
public sealed interface SeedChoice {
  /** The request names no seed: whoever makes the film draws one. */
  record Drawn() implements SeedChoice {}

  /**
   * The request names it.
   *
   * @param seed 0 to 2147483647
   */
  record Fixed(long seed) implements SeedChoice {}
}
