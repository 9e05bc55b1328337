package io.wan4j.server;

import io.javalin.http.Context;
import java.util.UUID;

/** The id every reply carries, one for each HTTP request. */
final class RequestId {
  private static final String ATTRIBUTE = "io.wan4j.request-id";

  private RequestId() {}

  static String of(Context context) {
    String known = context.attribute(ATTRIBUTE);
    if (known != null) {
      return known;
    }
    String fresh = UUID.randomUUID().toString();
    context.attribute(ATTRIBUTE, fresh);
    return fresh;
  }
}
