package io.wan4j.cli;

import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.hub.HubCache;
import io.wan4j.engine.wan.hub.HubClient;
import io.wan4j.engine.wan.hub.HubFile;
import io.wan4j.engine.wan.hub.HubRepository;
import io.wan4j.engine.wan.hub.HubSettings;
import io.wan4j.engine.wan.hub.Puller;
import io.wan4j.engine.wan.hub.Receipt;
import io.wan4j.engine.wan.hub.Retrying;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fetches a checkpoint: shows its licence and size, then the bytes coming in. */
final class ModelPull {
  /** Licences that ask for nothing before use. */
  private static final Set<String> FREE = Set.of("apache-2.0", "mit", "bsd-3-clause", "cc-by-4.0");

  /** What a repository outside the catalogue may have that is of use; never pickles. */
  private static final List<String> USEFUL =
      List.of("*.json", "*.md", "*.safetensors", "*/*.json", "*/*.safetensors", "*/*.model");

  private final Console console;
  private final HubSettings settings;
  private final HubCache cache;
  private final Clock clock;

  ModelPull(Console console, HubSettings settings, HubCache cache, Clock clock) {
    this.console = console;
    this.settings = settings;
    this.cache = cache;
    this.clock = clock;
  }

  int run(
      Optional<CheckpointCard> card,
      String name,
      String revision,
      int connections,
      boolean accepted) {
    Retrying retrying = Retrying.standard();
    try (HubClient hub = new HubClient(settings, retrying)) {
      HubRepository repository =
          hub.repository(card.map(CheckpointCard::repository).orElse(name), revision);
      List<HubFile> files = repository.matching(card.map(CheckpointCard::files).orElse(USEFUL));
      String licence = licence(repository, card);
      String page = settings.endpoint() + "/" + repository.name();
      long bytes = files.stream().mapToLong(HubFile::size).sum();
      console
          .err()
          .printf(
              "%s at %s: %d files, %s%nlicence %s, %s%n",
              repository.name(),
              repository.commit().substring(0, 8),
              files.size(),
              Bytes.words(bytes),
              licence,
              repository.licenceLink().orElse(page));
      requireAccepted(licence, page, accepted);
      Puller.Limits limits =
          new Puller.Limits(
              connections,
              Puller.Limits.DEFAULT.pieceSize(),
              Puller.Limits.DEFAULT.patience(),
              Puller.Limits.DEFAULT.diskReserve());
      Path folder;
      try (TransferLine line = new TransferLine(console, clock, "fetched", bytes)) {
        folder = new Puller(hub, cache, limits, retrying).pull(repository, files, line);
      }
      new Receipt(licence, page, repository.commit(), clock.instant())
          .write(cache, repository.name());
      List<String> missing = CachedCheckpoints.missing(folder);
      console.out().println(folder);
      if (!missing.isEmpty()) {
        console
            .err()
            .println("This repository alone is not a whole checkpoint; it lacks " + missing);
      }
      return ExitCode.OK.status();
    }
  }

  private static String licence(HubRepository repository, Optional<CheckpointCard> card) {
    return repository.licence().or(() -> card.map(CheckpointCard::licence)).orElse("unknown");
  }

  private static void requireAccepted(String licence, String page, boolean accepted) {
    if (!accepted && !FREE.contains(licence)) {
      throw new CommandException(
          ExitCode.NO_PERMISSION,
          "the licence "
              + licence
              + " sets terms of its own: read them at "
              + page
              + " and add --accept-licence");
    }
  }
}
