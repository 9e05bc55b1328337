package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server that is busy or broken for now; it may say when to come back. */
final class TemporaryRefusal extends IOException {
  private static final long serialVersionUID = 1L;
  private static final long LONGEST_SECONDS = 300;

  private final long seconds;

  /**
   * @param retryAfter seconds, as the header gives them; dates are passed over
   */
  TemporaryRefusal(String message, Optional<String> retryAfter) {
    super(message);
    seconds =
        retryAfter
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Long::parseLong)
            .map(wanted -> Math.min(LONGEST_SECONDS, wanted))
            .orElse(0L);
  }

  Duration wanted() {
    return Duration.ofSeconds(seconds);
  }
}
