package io.wan4j.protocol;

import io.wan4j.protocol.error.WireError;
import java.util.List;
import java.util.Optional;

/** Checks fetched files against the limits of their roles. */
public final class MediaRules {
  private MediaRules() {}

  /** The fault of one file, if it has one. */
  public static Optional<WireError> check(MediaInput input, MediaFacts facts) {
    return Optional.empty();
  }

  /** The fault of a voice recording, if it has one. */
  public static Optional<WireError> checkVoice(ReferenceVoice.Given voice, MediaFacts facts) {
    return Optional.empty();
  }

  /**
   * The fault of all files together with the order, if there is one.
   *
   * @param facts of each of {@link VideoOrder#media()}, in the same order
   */
  public static Optional<WireError> checkTogether(VideoOrder order, List<MediaFacts> facts) {
    return Optional.empty();
  }
}
