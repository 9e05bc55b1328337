package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.FitPlanner;
import io.wan4j.engine.wan.fit.FitPlanner.Candidate;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.PartBytes;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.torch.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How one checkpoint fits into a device: in its largest size first, and in each size by the fastest
 * placement that fits.
 */
public final class CheckpointFit {
  private final Options options;

  public CheckpointFit(Options options) {
    this.options = options;
  }

  /** Whether the checkpoint can do the wish's task is the caller's to know. */
  public Choice of(CheckpointCard card, Path folder, Wish wish, DeviceMemory memory) {
    PartBytes parts = parts(card, folder, memory.device());
    return fitting(card, folder, parts, wish, memory)
        .<Choice>map(chosen -> chosen)
        .orElseGet(
            () ->
                new Choice.Refused(
                    "%s cannot make this film (%s)"
                        .formatted(card.name(), wish.on(memory.device())),
                    List.of(tooLarge(card, parts, wish, memory))));
  }

  private Optional<Choice.Chosen> fitting(
      CheckpointCard card, Path folder, PartBytes parts, Wish wish, DeviceMemory memory) {
    for (FilmSize size : sizes(card, wish)) {
      Optional<Candidate> fit =
          new FitPlanner(memory, options).plan(card.transformer(), parts, card.vae(), size);
      if (fit.isPresent()) {
        Operations operations =
            Operations.of(card.transformer(), card.sampling().passes(), card.vae(), size);
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
  private PartBytes parts(CheckpointCard card, Path folder, Device device) {
    return Files.exists(folder.resolve("model_index.json"))
        ? PartBytes.read(folder, device, options.type(), options.vaeType())
        : PartBytes.of(card, device, options.type(), options.vaeType());
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
