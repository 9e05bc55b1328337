package io.wan4j.cli;

import io.wan4j.engine.wan.bench.TemporaryFolder;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.hub.FolderImport;
import io.wan4j.engine.wan.hub.HubCache;
import io.wan4j.engine.wan.hub.HubException;
import io.wan4j.engine.wan.hub.Receipt;
import io.wan4j.engine.wan.layout.LooseCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a checkpoint from a folder or from single files into the cache. */
final class ModelImport {
  private final Console console;
  private final HubCache cache;
  private final Clock clock;

  ModelImport(Console console, HubCache cache, Clock clock) {
    this.console = console;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * @param paths a folder in either layout, or single files
   */
  int run(List<Path> paths, Optional<String> as, FolderImport.Way way) {
    Path first = paths.getFirst();
    boolean folder = paths.size() == 1 && Files.isDirectory(first);
    if (folder && !(LooseCheckpoint.isOne(first) && LooseCheckpoint.isWhole(first))) {
      return take(first, first, as, way);
    }
    try (TemporaryFolder arranged = new TemporaryFolder()) {
      LooseCheckpoint loose = folder ? LooseCheckpoint.in(first) : LooseCheckpoint.of(paths);
      return take(loose.arrange(arranged.path()), first, as, way);
    } catch (CheckpointException e) {
      throw new HubException(e.getMessage(), e);
    }
  }

  private int take(Path path, Path source, Optional<String> as, FolderImport.Way way) {
    List<String> missing = CachedCheckpoints.missing(path);
    if (!missing.isEmpty()) {
      throw new HubException(source + " is not a whole checkpoint; it lacks " + missing);
    }
    String repository =
        as.orElse("local/" + source.getFileName().toString().replaceFirst("\\.safetensors$", ""));
    Map<String, Path> files = FolderImport.files(path);
    Path folder;
    try (TransferLine line = new TransferLine(console, clock, "hashed", bytes(files))) {
      folder = new FolderImport(cache).run(repository, files, way, line::read);
    }
    new Receipt("unknown", source.toString(), folder.getFileName().toString(), clock.instant())
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
