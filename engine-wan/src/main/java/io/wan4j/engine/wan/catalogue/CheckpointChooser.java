package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.FitPlanner;
import io.wan4j.engine.wan.fit.FitPlanner.Candidate;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.PartBytes;
import io.wan4j.engine.wan.pipeline.FilmSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes for a film the best checkpoint that is installed, that the engine can run and that fits
 * into the device: checkpoints by preference, each in its largest size first, and in each size the
 * fastest placement that fits.
 */
public final class CheckpointChooser {
  private final CheckpointCatalogue catalogue;
  private final InstalledCheckpoints installed;
  private final Set<Kind> runnable;
  private final Options options;

  /**
   * @param runnable kinds of pipelines that the engine has
   */
  public CheckpointChooser(
      CheckpointCatalogue catalogue,
      InstalledCheckpoints installed,
      Set<Kind> runnable,
      Options options) {
    this.catalogue = catalogue;
    this.installed = installed;
    this.runnable = Set.copyOf(runnable);
    this.options = options;
  }

  public Choice choose(Wish wish, DeviceMemory memory) {
    List<String> reasons = new ArrayList<>();
    for (CheckpointCard card : considered(wish)) {
      Optional<Path> folder = installed.folder(card);
      if (!card.does(wish.task())) {
        reasons.add(card.name() + " cannot do " + wish.task());
      } else if (!runnable.contains(card.kind())) {
        reasons.add(card.name() + " needs a pipeline that is not built: " + card.kind().word());
      } else if (folder.isEmpty()) {
        reasons.add(
            "%s is not installed (wan4j models pull %s, %s)"
                .formatted(card.name(), card.name(), Bytes.words(card.downloadBytes())));
      } else {
        PartBytes parts = parts(card, folder.get());
        Optional<Choice.Chosen> chosen = fitting(card, folder.get(), parts, wish, memory);
        if (chosen.isPresent()) {
          return chosen.get();
        }
        reasons.add(tooLarge(card, parts, wish, memory));
      }
    }
    return refused(wish, memory, reasons);
  }

  private List<CheckpointCard> considered(Wish wish) {
    if (wish.checkpoint().isPresent()) {
      return catalogue.find(wish.checkpoint().get()).stream().toList();
    }
    return wish.apiModel()
        .map(model -> catalogue.preferred(model, wish.task()))
        .orElseGet(() -> catalogue.preferred(wish.task()));
  }

  /** As {@link #choose}, with the checkpoint in a folder that the catalogue does not know. */
  public Choice chooseFolder(Path folder, Wish wish, DeviceMemory memory) {
    CheckpointCard card = FolderCard.read(folder);
    if (!card.does(wish.task())) {
      return refused(wish, memory, List.of(folder + " cannot do " + wish.task()));
    }
    PartBytes parts = parts(card, folder);
    return fitting(card, folder, parts, wish, memory)
        .<Choice>map(chosen -> chosen)
        .orElseGet(() -> refused(wish, memory, List.of(tooLarge(card, parts, wish, memory))));
  }

  private static Choice refused(Wish wish, DeviceMemory memory, List<String> reasons) {
    String film =
        "%s, %dx%d, %.1f s, on %s"
            .formatted(wish.task(), wish.width(), wish.height(), wish.seconds(), memory.device());
    return new Choice.Refused("no checkpoint can make this film (" + film + ")", reasons);
  }

  private Optional<Choice.Chosen> fitting(
      CheckpointCard card, Path folder, PartBytes parts, Wish wish, DeviceMemory memory) {
    for (FilmSize size : sizes(card, wish)) {
      Optional<Candidate> fit =
          new FitPlanner(memory, options).plan(card.transformer(), parts, card.vae(), size);
      if (fit.isPresent()) {
        Operations operations =
            Operations.of(card.transformer(), card.sampling(), card.vae(), size);
        return Optional.of(new Choice.Chosen(card, folder, size, fit.get(), operations));
      }
    }
    return Optional.empty();
  }

  private static List<FilmSize> sizes(CheckpointCard card, Wish wish) {
    return card.film()
        .workingSizes(wish.width(), wish.height(), card.film().framesOf(wish.seconds()));
  }

  /** From the files where they are laid out by parts. */
  private PartBytes parts(CheckpointCard card, Path folder) {
    return Files.exists(folder.resolve("model_index.json"))
        ? PartBytes.read(folder, options.type(), options.vaeType())
        : PartBytes.of(card, options.type(), options.vaeType());
  }

  /** The smallest size in the most frugal placement, which still is too much. */
  private String tooLarge(CheckpointCard card, PartBytes parts, Wish wish, DeviceMemory memory) {
    FilmSize size = sizes(card, wish).getLast();
    FitPlanner planner = new FitPlanner(memory, options);
    Candidate least = planner.candidates(card.transformer(), parts, card.vae(), size).getLast();
    return "%s at %dx%dx%d needs %s with %s, and %s of %s are free"
        .formatted(
            card.name(),
            size.width(),
            size.height(),
            size.frames(),
            least.estimate(),
            least.placement(),
            Bytes.words(planner.available()),
            Bytes.words(memory.total()));
  }
}
