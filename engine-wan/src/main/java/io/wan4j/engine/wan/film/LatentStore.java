package io.wan4j.engine.wan.film;

import io.wan4j.engine.wan.checkpoint.SafetensorsWriter;
import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.TorchException;
import io.wan4j.torch.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the latents of films that are not stored yet: they are the dear part, and a process that
 * ends between them and the finished film loses nothing. Each film has a folder under a name that
 * follows from all that it depends on, so whoever makes the same film takes it up again; several
 * may make it at the same time.
 */
public final class LatentStore {
  private static final String NAME = "latents";

  /** Films that nobody took up again for so long are forgotten. */
  private static final Duration LIFE = Duration.ofDays(7);

  private final Path root;

  /**
   * Opens the store, and clears away what nobody came for.
   *
   * @param root its own folder
   */
  public LatentStore(Path root, Clock clock) {
    this.root = root;
    try {
      Files.createDirectories(root);
      Instant limit = clock.instant().minus(LIFE);
      for (Path film : list(root)) {
        if (Files.getLastModifiedTime(film).toInstant().isBefore(limit)) {
          remove(film);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + root, e);
    }
  }

  /** The latents of a run if they have been kept; a view of the file. */
  synchronized Optional<Tensor> find(String film, int window) {
    Path file = file(film, window);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Weights.file(file).get(NAME));
    } catch (TorchException e) {
      // A file that is cut off is as good as none: it is filmed again.
      return Optional.empty();
    }
  }

  /** Keeps latents; they are on the disk when this returns. */
  void keep(String film, int window, Tensor latents) {
    Path file = file(film, window);
    try (Scope _ = Scope.open()) {
      // A folder for this writing alone: another device may be keeping the same film's.
      Path part = Files.createTempDirectory(root, "part-");
      float[] values = latents.toFloats();
      new SafetensorsWriter((name, shape) -> values, DType.FLOAT32)
          .write(part, NAME, Map.of(NAME, latents.shape()), 1);
      Path written = part.resolve(NAME + ".safetensors");
      try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      place(written, file);
      Files.delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep latents in " + file, e);
    }
  }

  /** Not while the film is being forgotten, which would take the folder away in between. */
  private synchronized void place(Path written, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The film is stored, or nobody wants it. */
  synchronized void forget(String film) {
    try {
      remove(root.resolve(film));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear away latents in " + root, e);
    }
  }

  private Path file(String film, int window) {
    return root.resolve(film).resolve("run-" + window + ".safetensors");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path entry : list(path)) {
        remove(entry);
      }
    }
    Files.deleteIfExists(path);
  }
}
