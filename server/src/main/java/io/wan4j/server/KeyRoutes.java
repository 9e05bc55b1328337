package io.wan4j.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.Replies;
import io.wan4j.service.key.ApiKey;
import io.wan4j.service.key.Caller;
import io.wan4j.service.key.KeyRing;
import io.wan4j.service.key.NewKey;
import java.util.List;

/** The keys of the caller's own account; others are not seen and cannot be revoked. */
final class KeyRoutes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_LABEL = 100;

  private final KeyRing keys;
  private final Access access;

  KeyRoutes(KeyRing keys, Access access) {
    this.keys = keys;
    this.access = access;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/wan4j/v1/keys", this::list),
        Route.post("/wan4j/v1/keys", this::create),
        Route.post("/wan4j/v1/keys/{key_id}/revoke", this::revoke));
  }

  private void list(Context context) {
    Caller caller = access.caller(context);
    ObjectNode body = Reply.object(context);
    ArrayNode rows = body.putArray("keys");
    for (ApiKey key : own(caller)) {
      rows.add(row(key).put("current", key.id().equals(caller.keyId())));
    }
    Reply.send(context, 200, body);
  }

  private List<ApiKey> own(Caller caller) {
    return keys.list().stream().filter(key -> key.account().equals(caller.account())).toList();
  }

  private static ObjectNode row(ApiKey key) {
    return JSON.createObjectNode()
        .put("api_key_id", key.id())
        .put("prefix", key.prefix())
        .put("label", key.label())
        .put("created_at", key.created().toEpochMilli())
        .put("revoked", key.revoked());
  }

  /** The secret is in this one answer and nowhere else. */
  private void create(Context context) {
    Caller caller = access.keyHolder(context);
    NewKey made = keys.create(label(context.body()), caller.account());
    ObjectNode body = Reply.object(context);
    body.set("key", row(made.key()));
    body.put("secret", made.secret());
    context.header("Cache-Control", "no-store");
    Reply.send(context, 200, body);
  }

  private static String label(String body) {
    JsonNode label;
    try {
      label = JSON.readTree(body).path("label");
    } catch (JsonProcessingException e) {
      throw new WireException(WireErrors.get(ErrorName.BODY_INVALID), e);
    }
    if (!label.isTextual() || label.asText().length() > LONGEST_LABEL) {
      throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "label"));
    }
    return label.asText().replaceAll("\\p{Cntrl}", " ").strip();
  }

  private void revoke(Context context) {
    Caller caller = access.keyHolder(context);
    String id = context.pathParam("key_id");
    if (own(caller).stream().noneMatch(key -> key.id().equals(id)) || !keys.revoke(id)) {
      throw new WireException(WireErrors.get(ErrorName.NOT_FOUND));
    }
    Reply.send(context, 200, Replies.canceled(RequestId.of(context)));
  }
}
