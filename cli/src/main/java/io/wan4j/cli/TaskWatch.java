package io.wan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/** Asks for a task until it has ended, as the SDKs do, only sooner at the start. */
final class TaskWatch {
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELED", "UNKNOWN");
  private static final double UNKNOWN = -1;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final DashScopeClient client;
  private final ProgressLine line;
  private final OutputFolder evidence;
  private final Clock clock;
  private final Duration limit;
  private boolean tellsProgress = true;

  TaskWatch(
      DashScopeClient client,
      ProgressLine line,
      OutputFolder evidence,
      Clock clock,
      Duration limit) {
    this.client = client;
    this.line = line;
    this.evidence = evidence;
    this.clock = clock;
    this.limit = limit;
  }

  private double fraction(String id, String status) {
    if (!tellsProgress || !status.equals("RUNNING")) {
      return UNKNOWN;
    }
    OptionalDouble fraction = client.progress(id);
    tellsProgress = fraction.isPresent();
    return fraction.orElse(UNKNOWN);
  }

  /** The final reply. */
  JsonNode await(String id) {
    Instant end = clock.instant().plus(limit);
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        JsonNode reply = client.task(id);
        evidence.poll(reply);
        String status = reply.path("output").path("task_status").asText();
        if (ENDED.contains(status)) {
          return reply;
        }
        line.show(status, fraction(id, status));
        if (clock.instant().isAfter(end)) {
          throw new CommandException(
              ExitCode.TIMEOUT,
              "task %s is still %s after %d s; ask later: wan4j task get %s"
                  .formatted(id, status, limit.toSeconds(), id));
        }
        Thread.sleep(pause);
        pause = pause.multipliedBy(5).dividedBy(4);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.INTERRUPTED, "interrupted; task " + id + " goes on", e);
    } finally {
      line.done();
    }
  }
}
