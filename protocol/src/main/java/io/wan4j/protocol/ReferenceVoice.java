package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaLimits;

/** How somebody in a reference speaks. */
public sealed interface ReferenceVoice {
  /** As the reference's own sound has it, or as the engine likes. */
  record Own() implements ReferenceVoice {}

  /** As in this recording ({@code media[].reference_voice}). */
  record Given(MediaUrl url, MediaLimits limits) implements ReferenceVoice {}
}
