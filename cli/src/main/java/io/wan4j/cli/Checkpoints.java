package io.wan4j.cli;

import io.wan4j.engine.wan.CatalogueChoice;
import io.wan4j.engine.wan.CheckpointChoice;
import io.wan4j.engine.wan.FolderChoice;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.catalogue.InstalledCheckpoints;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.hub.HubCache;
import io.wan4j.engine.wan.hub.HubSettings;
import io.wan4j.engine.wan.layout.LooseCheckpoint;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checkpoints that the engine wan may choose from. */
final class Checkpoints {
  private final CheckpointCatalogue catalogue = CheckpointCatalogue.load();
  private final InstalledCheckpoints installed;
  private final Path cache;
  private final Path folder;

  /**
   * @param folder where checkpoints are kept that are made or arranged on the spot
   */
  Checkpoints(Map<String, String> environment, Path folder) {
    HubSettings hub = HubSettings.of(environment, Path.of(System.getProperty("user.home")));
    this.cache = hub.cache();
    this.installed = new CachedCheckpoints(new HubCache(cache), catalogue);
    this.folder = folder;
  }

  CheckpointCatalogue catalogue() {
    return catalogue;
  }

  InstalledCheckpoints installed() {
    return installed;
  }

  /** The hub's folder. */
  Path cache() {
    return cache;
  }

  /**
   * The choice among those that are named, or by the catalogue among all that are installed.
   *
   * @param names of the catalogue, of tiny checkpoints, or folders
   */
  CheckpointChoice choice(List<String> names) {
    if (!names.isEmpty()) {
      return new FolderChoice(names.stream().map(this::named).toList());
    }
    if (catalogue.all().stream().noneMatch(card -> installed.folder(card).isPresent())) {
      throw new CommandException(
          ExitCode.USAGE,
          "--engine wan needs a checkpoint, and none is installed in "
              + cache
              + ": wan4j models pull NAME fetches one, --checkpoint DIR names a folder,"
              + " --checkpoint tiny-t2v tries the way without weights");
    }
    return new CatalogueChoice(catalogue, installed);
  }

  private Path named(String name) {
    Path given = Path.of(name);
    if (Files.exists(given.resolve("model_index.json"))) {
      return given.toAbsolutePath().normalize();
    }
    if (LooseCheckpoint.isOne(given)) {
      return arranged(given.toAbsolutePath().normalize());
    }
    if (TinyCheckpoint.kinds().contains(name)) {
      return tiny(name);
    }
    Optional<CheckpointCard> card = catalogue.find(name);
    if (card.isPresent()) {
      return installed
          .folder(card.get())
          .orElseThrow(
              () ->
                  new CommandException(
                      ExitCode.NO_INPUT,
                      name + " is not installed; wan4j models pull " + name + " fetches it"));
    }
    throw new CommandException(
        ExitCode.NO_INPUT,
        "%s is no folder with a model_index.json, no name that wan4j models list shows, nor one of %s"
            .formatted(name, String.join(", ", TinyCheckpoint.kinds())));
  }

  /** A folder of the Wan repositories, in the hub's layout by links. */
  private Path arranged(Path given) {
    String own = Integer.toHexString(given.toString().hashCode());
    try {
      return LooseCheckpoint.in(given).arrange(folder.resolve("arranged").resolve(own));
    } catch (CheckpointException e) {
      throw new CommandException(ExitCode.NO_INPUT, e.getMessage(), e);
    }
  }

  private Path tiny(String name) {
    Path made = folder.resolve("tiny-" + Version.current()).resolve(name);
    try {
      return Files.exists(made.resolve("model_index.json"))
          ? made
          : TinyCheckpoint.of(name, ModelTiny.USUAL_SEED).write(made);
    } catch (CheckpointException e) {
      throw new CommandException(ExitCode.CANNOT_CREATE, e.getMessage(), e);
    }
  }
}
