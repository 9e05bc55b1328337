package io.wan4j.service.rewrite;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * A language model behind an OpenAI-compatible chat endpoint.
 *
 * @param baseUrl up to the version, such as {@code http://127.0.0.1:11434/v1}
 * @param key sent as bearer; empty where none is needed
 * @param timeout for the whole answer; after it the prompt is rewritten by rule
 */
public record ChatSettings(URI baseUrl, String model, String key, Duration timeout) {
  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);

  public ChatSettings {
    Objects.requireNonNull(baseUrl, "baseUrl is null");
    Objects.requireNonNull(key, "key is null");
    Objects.requireNonNull(timeout, "timeout is null");
    String scheme = String.valueOf(baseUrl.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "the rewriter's URL must begin with http:// or https://, was " + baseUrl);
    }
    if (model == null || model.isBlank()) {
      throw new IllegalArgumentException("the rewriter's URL needs the name of a model beside it");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "the rewriter's timeout must be more than nothing, was " + timeout);
    }
  }

  /** Without the key, which belongs in no log. */
  @Override
  public String toString() {
    return "ChatSettings[" + baseUrl + ", " + model + ", " + timeout + "]";
  }
}
