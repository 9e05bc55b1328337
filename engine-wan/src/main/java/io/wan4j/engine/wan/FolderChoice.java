package io.wan4j.engine.wan;

import io.wan4j.engine.wan.catalogue.CheckpointFit;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.catalogue.FolderCard;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checkpoints named one by one; the first that can do a film and fits does it. */
public final class FolderChoice implements CheckpointChoice {
  private final List<Path> folders;

  public FolderChoice(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  @Override
  public Choice find(Wanted film) {
    CheckpointFit fit = new CheckpointFit(film.options());
    List<String> refusals = new ArrayList<>();
    for (Path folder : folders) {
      if (film.isAble(folder)) {
        switch (fit.of(FolderCard.read(folder), folder, film.wish(), film.memory())) {
          case Choice.Chosen chosen -> {
            return chosen;
          }
          case Choice.Refused refused -> refusals.add(refused.message());
        }
      }
    }
    return new Choice.Refused(
        refusals.isEmpty() ? nobodyTakes(film.needs()) : String.join("; ", refusals), List.of());
  }

  private String nobodyTakes(String needs) {
    return "this film needs a checkpoint that takes %s; there are: %s"
        .formatted(
            needs,
            folders.stream()
                .map(folder -> folder + " (" + Checkpoint.open(folder).family().word() + ")")
                .collect(Collectors.joining(", ")));
  }
}
