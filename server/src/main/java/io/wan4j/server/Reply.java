package io.wan4j.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.reply.Replies;

/** Bodies in the cloud's shape. */
final class Reply {
  /** The SDKs look for this word in lower case (SDK notes, what a server needs, 5). */
  static final String JSON_TYPE = "application/json";

  private static final JsonMapper JSON = new JsonMapper();

  private Reply() {}

  /** An object that begins with the request's id. */
  static ObjectNode object(Context context) {
    ObjectNode body = JSON.createObjectNode();
    body.put("request_id", RequestId.of(context));
    return body;
  }

  static void send(Context context, int status, JsonNode body) {
    context.status(status).contentType(JSON_TYPE).result(bytes(body));
  }

  static void error(Context context, WireError error) {
    send(context, error.httpStatus(), Replies.error(RequestId.of(context), error));
  }

  static byte[] bytes(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }
}
