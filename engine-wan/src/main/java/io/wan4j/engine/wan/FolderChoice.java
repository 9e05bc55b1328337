package io.wan4j.engine.wan;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.catalogue.FolderCard;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checkpoints named one by one; the first that can do a film does it. */
public final class FolderChoice implements CheckpointChoice {
  private final List<Path> folders;

  public FolderChoice(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  @Override
  public Chosen choose(Brief brief, Predicate<CheckpointKind> able, String needs) {
    for (Path folder : folders) {
      if (able.test(Checkpoint.open(folder).family())) {
        return new Chosen(folder, FolderCard.read(folder), false);
      }
    }
    throw new EngineException(
        "this film needs a checkpoint that takes %s; there are: %s"
            .formatted(
                needs,
                folders.stream()
                    .map(folder -> folder + " (" + Checkpoint.open(folder).family().word() + ")")
                    .collect(Collectors.joining(", "))));
  }
}
