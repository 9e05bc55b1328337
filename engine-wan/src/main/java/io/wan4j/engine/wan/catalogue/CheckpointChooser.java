package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes for a film the best checkpoint that is installed, that the engine can run and that fits
 * into the device: checkpoints by preference, each in its largest size first, and in each size the
 * fastest placement that fits.
 */
public final class CheckpointChooser {
  private final CheckpointCatalogue catalogue;
  private final InstalledCheckpoints installed;
  private final Set<Kind> runnable;
  private final CheckpointFit fit;

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
    this.fit = new CheckpointFit(options);
  }

  public Choice choose(Wish wish, DeviceMemory memory) {
    return choose(wish, memory, _ -> true);
  }

  /**
   * The best that is installed, can and fits.
   *
   * @param able says of a checkpoint's folder whether it can be given what there is
   */
  public Choice choose(Wish wish, DeviceMemory memory, Predicate<Path> able) {
    List<String> reasons = new ArrayList<>();
    for (CheckpointCard known : considered(wish)) {
      Optional<Path> folder = installed.folder(known);
      CheckpointCard card = folder.map(known::asIn).orElse(known);
      if (!card.does(wish.task())) {
        reasons.add(card.name() + " cannot do " + wish.task());
      } else if (!runnable.contains(card.kind())) {
        reasons.add(card.name() + " needs a pipeline that is not built: " + card.kind().word());
      } else if (folder.isEmpty()) {
        reasons.add(
            "%s is not installed (wan4j models pull %s, %s)"
                .formatted(card.name(), card.name(), Bytes.words(card.downloadBytes())));
      } else if (!able.test(folder.get())) {
        reasons.add(card.name() + " cannot be given all of this");
      } else {
        switch (fit.of(card, folder.get(), wish, memory)) {
          case Choice.Chosen chosen -> {
            return chosen;
          }
          case Choice.Refused tooLarge -> reasons.addAll(tooLarge.reasons());
        }
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

  private static Choice refused(Wish wish, DeviceMemory memory, List<String> reasons) {
    return new Choice.Refused(
        "no checkpoint can make this film (%s)".formatted(wish.on(memory.device())), reasons);
  }
}
