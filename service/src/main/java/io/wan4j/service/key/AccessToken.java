package io.wan4j.service.key;

import java.time.Instant;

/**
 * A short-lived stand-in for a key.
 *
 * @param token {@code st-…}
 */
public record AccessToken(String token, Instant expires) {
  /** Without the token, so that it cannot reach a log by accident. */
  @Override
  public String toString() {
    return "AccessToken[expires=" + expires + "]";
  }
}
