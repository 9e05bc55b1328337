package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.service.key.Caller;
import io.wan4j.service.key.KeyRing;

/** Who sent a request (DashScope reference, headers and HTTP level errors). */
final class Access {
  private static final String SCHEME = "Bearer ";

  private final KeyRing keys;

  Access(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * The holder of the request's key, which must not be a token: what a token makes would outlive
   * it.
   *
   * @throws WireException 401 as {@link #caller}, 403 for a token
   */
  Caller keyHolder(Context context) {
    Caller caller = caller(context);
    if (word(context).startsWith("st-")) {
      throw new WireException(WireErrors.get(ErrorName.ACCESS_DENIED));
    }
    return caller;
  }

  /**
   * The holder of the request's key.
   *
   * @throws WireException 401 when there is no key, or none that is let in
   */
  Caller caller(Context context) {
    String word = word(context);
    return keys.authenticate(word)
        .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.INVALID_API_KEY)));
  }

  /** Whether the request's key is let in still: streams outlive the moment they were asked for. */
  boolean admits(Context context) {
    return keys.authenticate(word(context)).isPresent();
  }

  /** What stands after {@code Bearer}; empty under another scheme. */
  private static String word(Context context) {
    String header = context.header("Authorization");
    if (header == null || header.isBlank()) {
      throw new WireException(WireErrors.get(ErrorName.NO_API_KEY));
    }
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : "";
  }
}
