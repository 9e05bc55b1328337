package io.wan4j.engine.wan;

import io.wan4j.engine.Brief;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Knows which checkpoints there are on this machine, and which is the best for a film. */
@FunctionalInterface
public interface CheckpointChoice {
  /**
   * A checkpoint, with how it is run.
   *
   * @param frugal whether it only fits when no more than the network that works is loaded
   */
  record Chosen(Path folder, CheckpointCard card, boolean frugal) {}

  /**
   * The best checkpoint for a film.
   *
   * @param able says of a kind of checkpoint whether it can be given what the brief brings
   * @param needs the same in words, for messages
   * @throws io.wan4j.engine.EngineException when none is there, or none fits into the memory
   */
  Chosen choose(Brief brief, Predicate<CheckpointKind> able, String needs);
}
