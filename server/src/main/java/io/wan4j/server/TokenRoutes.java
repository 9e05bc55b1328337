package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.service.key.AccessToken;
import io.wan4j.service.key.Caller;
import io.wan4j.service.key.KeyRing;
import java.time.Duration;
import java.util.List;

/** Short-lived stand-ins for a key (DashScope reference, headers). */
final class TokenRoutes {
  private static final long USUAL_SECONDS = 60;

  private final KeyRing keys;
  private final Access access;

  TokenRoutes(KeyRing keys, Access access) {
    this.keys = keys;
    this.access = access;
  }

  List<Route> routes() {
    return List.of(Route.post("/api/v1/tokens", this::create));
  }

  private void create(Context context) {
    Caller caller = access.caller(context);
    AccessToken token = keys.issue(caller, Duration.ofSeconds(seconds(context)));
    ObjectNode body = Reply.object(context);
    body.put("token", token.token());
    body.put("expires_at", token.expires().getEpochSecond());
    Reply.send(context, 200, body);
  }

  private static long seconds(Context context) {
    String asked = context.queryParam("expire_in_seconds");
    if (asked == null || asked.isEmpty()) {
      return USUAL_SECONDS;
    }
    if (asked.matches("\\d{1,6}")) {
      long seconds = Long.parseLong(asked);
      if (seconds >= 1 && seconds <= KeyRing.LONGEST_TOKEN.toSeconds()) {
        return seconds;
      }
    }
    throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "expire_in_seconds"));
  }
}
