package io.wan4j.cli;

import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.hub.FolderImport;
import io.wan4j.engine.wan.hub.HubCache;
import io.wan4j.engine.wan.hub.HubException;
import io.wan4j.engine.wan.hub.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a checkpoint from a folder into the cache. */
final class ModelImport {
  private final Console console;
  private final HubCache cache;
  private final Clock clock;

  ModelImport(Console console, HubCache cache, Clock clock) {
    this.console = console;
    this.cache = cache;
    this.clock = clock;
  }

  int run(Path path, Optional<String> as, FolderImport.Way way) {
    if (!Files.isDirectory(path)) {
      throw new HubException(
          path + " is no folder; put a single file where model_index.json's folder has it");
    }
    List<String> missing = CachedCheckpoints.missing(path);
    if (!missing.isEmpty()) {
      throw new HubException(path + " is not a whole checkpoint; it lacks " + missing);
    }
    String repository = as.orElse("local/" + path.getFileName());
    Map<String, Path> files = FolderImport.files(path);
    Path folder;
    try (TransferLine line = new TransferLine(console, clock, "hashed", bytes(files))) {
      folder = new FolderImport(cache).run(repository, files, way, line::read);
    }
    new Receipt("unknown", path.toString(), folder.getFileName().toString(), clock.instant())
        .write(cache, repository);
    console.out().println(folder);
    return ExitCode.OK.status();
  }

  private static long bytes(Map<String, Path> files) {
    long sum = 0;
    for (Path file : files.values()) {
      try {
        sum += Files.size(file);
      } catch (IOException e) {
        throw new HubException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    return sum;
  }
}
