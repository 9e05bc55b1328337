package io.wan4j.service.task;

import io.wan4j.protocol.reply.TaskStatus;
import java.time.Instant;

/**
 * The durable record of one request and its life.
 *
 * @param id a UUID
 * @param keyId the key it was submitted with
 * @param requestId of the submission
 * @param model as the request names it
 * @param prompt as the request has it; may be empty
 * @param expires from when on nobody finds it any more; {@link #NEVER} for a film that is kept
 */
public record TaskRecord(
    String id,
    String account,
    String keyId,
    String requestId,
    String model,
    String prompt,
    Instant submitted,
    Instant expires,
    TaskState state) {
  /** When films expire that their owner wants to keep: the last moment of four-digit years. */
  public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  public TaskStatus status() {
    return switch (state) {
      case TaskState.Pending pending -> TaskStatus.PENDING;
      case TaskState.Running running -> TaskStatus.RUNNING;
      case TaskState.Succeeded succeeded -> TaskStatus.SUCCEEDED;
      case TaskState.Failed failed -> TaskStatus.FAILED;
      case TaskState.Canceled canceled -> TaskStatus.CANCELED;
    };
  }

  /** Whether its owner wants its film kept. */
  public boolean isKept() {
    return expires.equals(NEVER);
  }

  /** Whether nothing about it will change any more. */
  public boolean isOver() {
    return state.ended().isPresent();
  }
}
