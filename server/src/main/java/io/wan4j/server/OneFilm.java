package io.wan4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.service.task.TaskRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells how one task goes until it has ended. */
final class OneFilm implements EventStreams.Source {
  private final Supplier<TaskRecord> task;
  private final Function<TaskRecord, JsonNode> body;
  private Optional<JsonNode> told = Optional.empty();
  private boolean over;

  OneFilm(Supplier<TaskRecord> task, Function<TaskRecord, JsonNode> body) {
    this.task = task;
    this.body = body;
  }

  @Override
  public List<JsonNode> changes() {
    TaskRecord now = task.get();
    over = now.isOver();
    Optional<JsonNode> seen = Optional.of(body.apply(now));
    if (seen.equals(told)) {
      return List.of();
    }
    told = seen;
    return List.of(seen.get());
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
