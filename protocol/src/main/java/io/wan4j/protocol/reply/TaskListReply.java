package io.wan4j.protocol.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of tasks (DashScope reference, listing tasks). Times are epoch milliseconds here and
 * absent until known; the Java SDK fails on anything else.
 *
 * @param total tasks on all pages
 * @param pageNumber from 1
 * @param pageSize at least 1
 */
public record TaskListReply(List<Row> rows, int total, int pageNumber, int pageSize) {
  public TaskListReply {
    rows = List.copyOf(rows);
    if (pageNumber < 1 || pageSize < 1) {
      throw new IllegalArgumentException(
          "page number and size start at 1, were " + pageNumber + " and " + pageSize);
    }
  }

  /**
   * One task.
   *
   * @param createPath the kind of create path, for example {@code video-generation}
   * @param callerId of the account
   */
  public record Row(
      String taskId,
      String requestId,
      TaskStatus status,
      String modelName,
      String createPath,
      String region,
      String apiKeyId,
      String callerId,
      Times times) {}

  /** What is known of a task's times. */
  public sealed interface Times {
    Instant submitted();

    record Waiting(Instant submitted) implements Times {}

    record Started(Instant submitted, Instant started) implements Times {}

    record Ended(Instant submitted, Instant started, Instant ended) implements Times {}

    /** Cancelled before it was started. */
    record NeverStarted(Instant submitted, Instant ended) implements Times {}

    default Optional<Instant> startedAt() {
      return switch (this) {
        case Waiting ignored -> Optional.empty();
        case NeverStarted ignored -> Optional.empty();
        case Started times -> Optional.of(times.started());
        case Ended times -> Optional.of(times.started());
      };
    }

    default Optional<Instant> endedAt() {
      return switch (this) {
        case Waiting ignored -> Optional.empty();
        case Started ignored -> Optional.empty();
        case NeverStarted times -> Optional.of(times.ended());
        case Ended times -> Optional.of(times.ended());
      };
    }
  }

  /** The body. */
  public ObjectNode toJson(String requestId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("request_id", requestId);
    body.put("total", total);
    body.put("total_page", (total + pageSize - 1) / pageSize);
    body.put("page_no", pageNumber);
    body.put("page_size", pageSize);
    var data = body.putArray("data");
    for (Row row : rows) {
      ObjectNode entry = data.addObject();
      entry.put("api_key_id", row.apiKeyId());
      entry.put("caller_parent_id", row.callerId());
      entry.put("caller_uid", row.callerId());
      entry.put("gmt_create", row.times().submitted().toEpochMilli());
      row.times().startedAt().ifPresent(at -> entry.put("start_time", at.toEpochMilli()));
      row.times().endedAt().ifPresent(at -> entry.put("end_time", at.toEpochMilli()));
      entry.put("region", row.region());
      entry.put("request_id", row.requestId());
      entry.put("status", row.status().name());
      entry.put("task_id", row.taskId());
      entry.put(
          "user_api_unique_key",
          "apikey:v1:aigc:" + row.createPath() + ":video-synthesis:" + row.modelName());
      entry.put("model_name", row.modelName());
    }
    return body;
  }
}
