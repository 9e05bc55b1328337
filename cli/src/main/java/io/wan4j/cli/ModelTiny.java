package io.wan4j.cli;

import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes checkpoints that are small and know nothing. */
final class ModelTiny {
  /** Of the tiny checkpoints that are made on the spot. */
  static final long USUAL_SEED = 1;

  private final Console console;

  ModelTiny(Console console) {
    this.console = console;
  }

  /**
   * One kind into a folder, or each kind into a folder of its own within it.
   *
   * @param words KIND DIR, or DIR alone
   */
  int run(List<String> words, long seed) {
    if (words.size() > 2) {
      throw new CommandException(ExitCode.USAGE, "models tiny takes KIND DIR, or DIR alone");
    }
    Path folder = Path.of(words.getLast()).toAbsolutePath().normalize();
    if (words.size() == 1 && TinyCheckpoint.kinds().contains(words.getFirst())) {
      throw new CommandException(
          ExitCode.USAGE, "where to? wan4j models tiny " + words.getFirst() + " DIR");
    }
    List<String> kinds =
        words.size() == 1 ? TinyCheckpoint.kinds() : List.of(known(words.getFirst()));
    List<Path> targets =
        kinds.stream().map(kind -> words.size() == 1 ? folder.resolve(kind) : folder).toList();
    targets.forEach(ModelTiny::requireEmpty);
    for (int i = 0; i < kinds.size(); i++) {
      try {
        console.out().println(TinyCheckpoint.of(kinds.get(i), seed).write(targets.get(i)));
      } catch (UncheckedIOException e) {
        throw new CommandException(
            ExitCode.CANNOT_CREATE, e.getMessage() + ": " + e.getCause().getMessage(), e);
      }
    }
    return ExitCode.OK.status();
  }

  private static String known(String kind) {
    if (!TinyCheckpoint.kinds().contains(kind)) {
      throw new CommandException(
          ExitCode.USAGE,
          "no tiny checkpoint is named "
              + kind
              + "; there are: "
              + String.join(", ", TinyCheckpoint.kinds()));
    }
    return kind;
  }

  /** Files of another checkpoint would be mixed with the new ones. */
  private static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new CommandException(
            ExitCode.CANNOT_CREATE, folder + " is not empty; name a new folder");
      }
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.CANNOT_CREATE, "cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }
}
