package io.wan4j.engine.wan;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.catalogue.Task;
import io.wan4j.engine.wan.catalogue.Wish;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Knows which checkpoints there are on this machine, and which is the best for a film. */
@FunctionalInterface
public interface CheckpointChoice {
  /**
   * A film for which a checkpoint is sought.
   *
   * @param task what it is asked for
   * @param able says of a kind of checkpoint whether it can be given what the brief brings
   * @param needs the same in words, for messages
   * @param memory that the film may take
   * @param options how the engine would run it
   */
  record Wanted(
      Brief brief,
      Task task,
      Predicate<CheckpointKind> able,
      String needs,
      DeviceMemory memory,
      Options options) {
    /** The same in the terms of the catalogue. */
    public Wish wish() {
      Wish wish = Wish.of(task, brief.size().width(), brief.size().height(), brief.seconds());
      return Optional.of(brief.model())
          .filter(name -> !name.isEmpty())
          .map(wish::forModel)
          .orElse(wish);
    }

    boolean isAble(Path folder) {
      return able.test(Checkpoint.open(folder).family());
    }
  }

  /**
   * The best checkpoint for a film.
   *
   * @throws EngineException when none is there, or none fits into the memory, with the numbers
   */
  default Choice.Chosen choose(Wanted film) {
    return switch (find(film)) {
      case Choice.Chosen chosen -> chosen;
      case Choice.Refused refused -> throw new EngineException(refused.message());
    };
  }

  /** The same, or why there is none. */
  Choice find(Wanted film);
}
