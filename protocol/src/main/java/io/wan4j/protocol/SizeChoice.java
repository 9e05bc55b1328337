package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.Tier;

/** How large the film is to be. {@link OutputSize} turns it into pixels. */
public sealed interface SizeChoice {
  /** What a second costs by, and the {@code SR} of the usage. */
  Tier tier();

  /**
   * Known from the request alone.
   *
   * @param ratio for example {@code 16:9}
   */
  record Exact(Tier tier, String ratio, PixelSize size) implements SizeChoice {}

  /**
   * The shape of the input (first frame, clip or video) at about the tier's number of pixels.
   *
   * @param mayEnlarge whether an input smaller than the tier is enlarged to it
   */
  record FollowsInput(Tier tier, boolean mayEnlarge) implements SizeChoice {}
}
