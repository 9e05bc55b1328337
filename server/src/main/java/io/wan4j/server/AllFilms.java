package io.wan4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.service.task.TaskRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Tells how all tasks of an account go, for as long as its key is let in. */
final class AllFilms implements EventStreams.Source {
  /** An end is looked for this long, so that no other process's clock or slow write hides it. */
  private static final Duration ENDS = Duration.ofSeconds(10);

  /** A key is asked after again this often. */
  private static final Duration TRUST = Duration.ofSeconds(2);

  private final Function<Instant, List<TaskRecord>> moving;
  private final Function<TaskRecord, JsonNode> body;
  private final BooleanSupplier admitted;
  private final Clock clock;
  private final Instant begin;
  private Map<String, JsonNode> told = new HashMap<>();
  private Instant asked;
  private boolean over;

  /**
   * @param moving tasks on the way, and those that ended at the moment or later
   */
  AllFilms(
      Function<Instant, List<TaskRecord>> moving,
      Function<TaskRecord, JsonNode> body,
      BooleanSupplier admitted,
      Clock clock) {
    this.moving = moving;
    this.body = body;
    this.admitted = admitted;
    this.clock = clock;
    this.begin = clock.instant();
    this.asked = begin;
  }

  @Override
  public List<JsonNode> changes() {
    Instant now = clock.instant();
    if (now.isAfter(asked.plus(TRUST))) {
      asked = now;
      over = !admitted.getAsBoolean();
    }
    if (over) {
      return List.of();
    }
    Instant since = now.minus(ENDS);
    Map<String, JsonNode> seen = new HashMap<>();
    List<JsonNode> changes = new ArrayList<>();
    for (TaskRecord task : moving.apply(since.isBefore(begin) ? begin : since)) {
      JsonNode state = body.apply(task);
      seen.put(task.id(), state);
      if (!state.equals(told.get(task.id()))) {
        changes.add(state);
      }
    }
    told = seen;
    return changes;
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
