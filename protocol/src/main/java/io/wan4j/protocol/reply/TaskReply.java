package io.wan4j.protocol.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.error.WireError;
import java.time.Instant;

/**
 * The answer to a query of one task, one case for each status; always sent with HTTP status 200
 * (DashScope reference, querying a task).
 */
public sealed interface TaskReply {
  String taskId();

  TaskStatus status();

  /** Waits for its turn. */
  record Pending(String taskId, Instant submitted) implements TaskReply {
    @Override
    public TaskStatus status() {
      return TaskStatus.PENDING;
    }
  }

  /** Is being made. */
  record Running(String taskId, Instant submitted, Instant scheduled) implements TaskReply {
    @Override
    public TaskStatus status() {
      return TaskStatus.RUNNING;
    }
  }

  /** The rewritten prompt, where the model tells it. */
  sealed interface ActualPrompt {
    record Untold() implements ActualPrompt {}

    record Told(String prompt) implements ActualPrompt {}
  }

  /**
   * Is done.
   *
   * @param videoUrl for clients to fetch without any header
   * @param usage from {@link io.wan4j.protocol.Usage}
   */
  record Succeeded(
      String taskId,
      Instant submitted,
      Instant scheduled,
      Instant ended,
      String originalPrompt,
      ActualPrompt actualPrompt,
      String videoUrl,
      ObjectNode usage)
      implements TaskReply {
    @Override
    public TaskStatus status() {
      return TaskStatus.SUCCEEDED;
    }
  }

  /** Went wrong. Code and message stand flat in {@code output}. */
  record Failed(String taskId, Instant submitted, Instant scheduled, Instant ended, WireError error)
      implements TaskReply {
    @Override
    public TaskStatus status() {
      return TaskStatus.FAILED;
    }
  }

  /** Was cancelled while it waited. */
  record Canceled(String taskId, Instant submitted, Instant ended) implements TaskReply {
    @Override
    public TaskStatus status() {
      return TaskStatus.CANCELED;
    }
  }

  /** Does not exist, or no longer. */
  record Unknown(String taskId) implements TaskReply {
    @Override
    public TaskStatus status() {
      return TaskStatus.UNKNOWN;
    }
  }

  /** The body. The caller may add members of its own, which the SDKs ignore. */
  default ObjectNode toJson(String requestId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("request_id", requestId);
    ObjectNode output = body.putObject("output");
    output.put("task_id", taskId());
    output.put("task_status", status().name());
    switch (this) {
      case Pending pending -> times(output, pending.submitted());
      case Running running -> times(output, running.submitted(), running.scheduled());
      case Succeeded done -> {
        times(output, done.submitted(), done.scheduled(), done.ended());
        output.put("orig_prompt", done.originalPrompt());
        if (done.actualPrompt() instanceof ActualPrompt.Told(String prompt)) {
          output.put("actual_prompt", prompt);
        }
        output.put("video_url", done.videoUrl());
        body.set("usage", done.usage());
      }
      case Failed failed -> {
        times(output, failed.submitted(), failed.scheduled(), failed.ended());
        output.put("code", failed.error().code());
        output.put("message", failed.error().message());
      }
      case Canceled canceled -> {
        times(output, canceled.submitted());
        output.put("end_time", WireTime.format(canceled.ended()));
      }
      case Unknown ignored -> {}
    }
    return body;
  }

  /** Submission, start and end, as far as given. */
  private static void times(ObjectNode output, Instant... times) {
    String[] names = {"submit_time", "scheduled_time", "end_time"};
    for (int i = 0; i < times.length; i++) {
      output.put(names[i], WireTime.format(times[i]));
    }
  }
}
