package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hub's cache as {@code huggingface_hub} lays it out: {@code models--owner--name/} with {@code
 * blobs/} (files by ETag), {@code snapshots/COMMIT/} (links into blobs under the files' own names)
 * and {@code refs/} (the commit of each branch); locks in {@code .locks/}.
 */
public final class HubCache {
  /** The mark of a cache folder, bford.info/cachedir. */
  private static final String TAG = "Signature: 8a477f597d28d172789f06886806bc55\n";

  private static final String MODELS = "models--";
  private static final String SEPARATOR = "--";

  private final Path folder;

  public HubCache(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /** The repository's own folder, which need not be there. */
  Path repository(String name) {
    return folder.resolve(MODELS + name.replace("/", SEPARATOR));
  }

  Path blob(String name, String etag) {
    return repository(name).resolve("blobs").resolve(etag);
  }

  Path snapshot(String name, String commit) {
    return repository(name).resolve("snapshots").resolve(commit);
  }

  Path lock(String name, String etag) {
    return folder.resolve(".locks").resolve(repository(name).getFileName()).resolve(etag + ".lock");
  }

  /** Names of all repositories that have a folder here. */
  public List<String> repositories() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(MODELS))
          .map(name -> name.substring(MODELS.length()).replaceFirst(SEPARATOR, "/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** The folder of a repository's files: of the branch main, or else of the newest commit. */
  public Optional<Path> snapshot(String name) {
    Path main = repository(name).resolve("refs/main");
    try {
      if (Files.isRegularFile(main)) {
        Path snapshot = snapshot(name, Files.readString(main).strip());
        if (Files.isDirectory(snapshot)) {
          return Optional.of(snapshot);
        }
      }
      Path snapshots = repository(name).resolve("snapshots");
      if (!Files.isDirectory(snapshots)) {
        return Optional.empty();
      }
      try (Stream<Path> all = Files.list(snapshots)) {
        return all.filter(Files::isDirectory)
            .max(java.util.Comparator.comparing(HubCache::changed));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the cache of " + name, e);
    }
  }

  private static java.nio.file.attribute.FileTime changed(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes the commit of a branch or tag; commits need no note. */
  void note(String name, String revision, String commit) {
    if (revision.equals(commit)) {
      return;
    }
    Path note = repository(name).resolve("refs").resolve(revision).normalize();
    if (!note.startsWith(repository(name).resolve("refs"))) {
      throw new HubException("unsafe revision: " + revision);
    }
    try {
      Files.createDirectories(note.getParent());
      Path fresh = Files.createTempFile(note.getParent(), ".ref", null);
      Files.writeString(fresh, commit);
      Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new HubException("cannot write " + note + ": " + e.getMessage(), e);
    }
  }

  /** Makes the folder of blobs, and marks the cache for backup programs. */
  void prepare(String name) {
    try {
      Files.createDirectories(repository(name).resolve("blobs"));
      Path tag = folder.resolve("CACHEDIR.TAG");
      if (!Files.exists(tag)) {
        Files.writeString(tag, TAG);
      }
    } catch (IOException e) {
      throw new HubException("cannot use " + folder + " as cache: " + e.getMessage(), e);
    }
  }

  /** Puts a blob under its file's name, by a relative link where the system can. */
  void link(String name, String commit, String path, String etag) {
    Path pointer = snapshot(name, commit).resolve(path).normalize();
    if (!pointer.startsWith(snapshot(name, commit))) {
      throw new HubException("unsafe file name: " + path);
    }
    Path blob = blob(name, etag);
    try {
      Files.createDirectories(pointer.getParent());
      if (Files.isSymbolicLink(pointer) || Files.exists(pointer)) {
        if (Files.exists(pointer) && Files.isSameFile(pointer, blob)) {
          return;
        }
        Files.delete(pointer);
      }
      Files.createSymbolicLink(pointer, pointer.getParent().relativize(blob));
    } catch (FileAlreadyExistsException e) {
      return; // another has just made it
    } catch (UnsupportedOperationException e) {
      copy(blob, pointer);
    } catch (IOException e) {
      throw new HubException("cannot link " + pointer + ": " + e.getMessage(), e);
    }
  }

  private static void copy(Path blob, Path pointer) {
    try {
      Files.copy(blob, pointer, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new HubException("cannot copy to " + pointer + ": " + e.getMessage(), e);
    }
  }

  /** Bytes on the disk that a repository takes; links to files outside count nothing. */
  public long bytes(String name) {
    Path own = repository(name);
    if (!Files.isDirectory(own)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(own)) {
      return files
          .filter(f -> Files.isRegularFile(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .mapToLong(HubCache::size)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + own, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes a repository with all its commits, and its locks.
   *
   * @return bytes freed
   * @throws HubException if it is not there
   */
  public long remove(String name) {
    Path own = repository(name);
    if (!Files.isDirectory(own)) {
      throw new HubException(name + " is not in " + folder);
    }
    long bytes = bytes(name);
    deleteTree(own);
    deleteTree(folder.resolve(".locks").resolve(own.getFileName()));
    return bytes;
  }

  private static void deleteTree(Path root) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new HubException("cannot delete " + root + ": " + e.getMessage(), e);
    }
  }
}
