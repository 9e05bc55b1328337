package io.wan4j.service.store;

import io.wan4j.service.key.SigningSecret;
import java.time.Clock;
import java.time.Instant;

/**
 * Links to artifacts that need no key and expire, in the manner of object stores: {@code
 * <key>?Expires=<unix seconds>&Signature=<hex>}.
 */
public final class SignedLinks {
  private final SigningSecret secret;
  private final Clock clock;

  public SignedLinks(SigningSecret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * The artifact's key with the query that opens it. The same key and time give the same link.
   *
   * @param expires from when on the link is refused; parts of a second are cut off
   */
  public String sign(String key, Instant expires) {
    long second = expires.getEpochSecond();
    return key + "?Expires=" + second + "&Signature=" + secret.sign(words(key, second));
  }

  /** Whether the two query values open the artifact now. Takes equally long for any forgery. */
  public LinkState check(String key, String expires, String signature) {
    long second;
    try {
      second = Long.parseLong(expires);
    } catch (NumberFormatException e) {
      return LinkState.FORGED;
    }
    if (!secret.verify(words(key, second), signature)) {
      return LinkState.FORGED;
    }
    return clock.instant().getEpochSecond() < second ? LinkState.VALID : LinkState.EXPIRED;
  }

  private static String words(String key, long second) {
    return "link\n" + second + "\n" + key;
  }
}
