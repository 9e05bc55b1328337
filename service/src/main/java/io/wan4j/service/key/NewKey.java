package io.wan4j.service.key;

/**
 * A key at the only moment its secret is known.
 *
 * @param secret {@code sk-} and 48 random characters, to be shown once
 */
public record NewKey(ApiKey key, String secret) {
  /** Without the secret, so that it cannot reach a log by accident. */
  @Override
  public String toString() {
    return "NewKey[" + key + "]";
  }
}
