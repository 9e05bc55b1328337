package io.wan4j.service.work;

import io.wan4j.service.rewrite.ChatSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How films are made.
 *
 * @param slots films at a time in this process; 0 for a process that makes none and only accepts
 *     tasks and answers questions
 * @param heartbeat how often a worker says that it lives; one that has been silent for four
 *     heartbeats is taken for dead and its task is begun anew
 * @param pollInterval how often the queue is looked at for tasks that another process accepted;
 *     tasks of this process start at once
 * @param longestTask a task that takes longer fails (the cloud's limit is three hours)
 * @param attempts how often a task is begun before it is taken for one that kills its workers
 * @param rewriter a language model that rewrites prompts where {@code prompt_extend} asks for it;
 *     empty where that is done by rule
 */
public record WorkSettings(
    int slots,
    Duration heartbeat,
    Duration pollInterval,
    Duration longestTask,
    int attempts,
    Optional<ChatSettings> rewriter) {
  public static final WorkSettings DEFAULTS =
      new WorkSettings(1, Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofHours(3), 5);

  public WorkSettings {
    Objects.requireNonNull(rewriter, "rewriter is null");
    if (slots < 0 || slots > 256) {
      throw new IllegalArgumentException("worker slots must be 0 to 256, was " + slots);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
    }
  }

  /** Prompts are rewritten by rule. */
  public WorkSettings(
      int slots, Duration heartbeat, Duration pollInterval, Duration longestTask, int attempts) {
    this(slots, heartbeat, pollInterval, longestTask, attempts, Optional.empty());
  }

  public WorkSettings withSlots(int count) {
    return new WorkSettings(count, heartbeat, pollInterval, longestTask, attempts, rewriter);
  }

  public WorkSettings withRewriter(ChatSettings model) {
    return new WorkSettings(
        slots, heartbeat, pollInterval, longestTask, attempts, Optional.of(model));
  }
}
