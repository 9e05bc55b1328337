package io.wan4j.protocol.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.error.WireError;

/** The short replies (DashScope reference, creating and cancelling a task, error codes). */
public final class Replies {
  private Replies() {}

  /** A task was created; sent with status 200 and never with anything but PENDING. */
  public static ObjectNode created(String requestId, String taskId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("output").put("task_status", TaskStatus.PENDING.name()).put("task_id", taskId);
    return body.put("request_id", requestId);
  }

  /** A task was cancelled; sent with status 200. */
  public static ObjectNode canceled(String requestId) {
    return JsonNodeFactory.instance.objectNode().put("request_id", requestId);
  }

  /** An error; sent with {@link WireError#httpStatus()}. */
  public static ObjectNode error(String requestId, WireError error) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("request_id", requestId)
        .put("code", error.code())
        .put("message", error.message());
  }
}
