package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files of a repository again and compares them with the hashes they are named by. */
public final class Verification {
  private final HubCache cache;

  public Verification(HubCache cache) {
    this.cache = cache;
  }

  /** Hears how far it is. */
  public interface Listener {
    void read(long bytes);

    void checked(String path, Finding finding);
  }

  /** What is with a file. */
  public enum Finding {
    GOOD,
    /** Its bytes are not those that its name stands for. */
    WRONG,
    /** A link to nothing. */
    MISSING,
    /** Its name is no hash, so nothing can be said. */
    UNKNOWN
  }

  /** Bytes that will be read. */
  public long bytes(String repository) {
    return blobs(repository).values().stream().distinct().mapToLong(Verification::size).sum();
  }

  private static long size(Path blob) {
    try {
      return Files.exists(blob) ? Files.size(blob) : 0;
    } catch (IOException e) {
      throw new HubException("cannot read " + blob + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks all files of the present snapshot.
   *
   * @return what is with each, by its path
   */
  public Map<String, Finding> run(String repository, Listener listener) {
    Map<String, Finding> findings = new TreeMap<>();
    blobs(repository)
        .forEach(
            (path, blob) -> {
              Finding finding = check(blob, listener);
              findings.put(path, finding);
              listener.checked(path, finding);
            });
    return findings;
  }

  /** Deletes blobs that are wrong, so that a pull fetches them again. */
  public void discard(String repository, List<String> paths) {
    Map<String, Path> blobs = blobs(repository);
    for (String path : paths) {
      try {
        Files.deleteIfExists(blobs.get(path));
      } catch (IOException e) {
        throw new HubException("cannot delete " + path + ": " + e.getMessage(), e);
      }
    }
  }

  private static Finding check(Path blob, Listener listener) {
    String name = blob.getFileName().toString();
    if (!Files.exists(blob)) {
      return Finding.MISSING;
    }
    if (!ContentHash.isHash(name)) {
      return Finding.UNKNOWN;
    }
    try {
      return ContentHash.like(name, blob, listener::read).equals(name)
          ? Finding.GOOD
          : Finding.WRONG;
    } catch (IOException e) {
      throw new HubException("cannot read " + blob + ": " + e.getMessage(), e);
    }
  }

  /** Blobs by the paths that link to them. */
  private Map<String, Path> blobs(String repository) {
    Path snapshot =
        cache
            .snapshot(repository)
            .orElseThrow(() -> new HubException(repository + " is not in " + cache.folder()));
    Map<String, Path> blobs = new TreeMap<>();
    try (Stream<Path> files = Files.walk(snapshot)) {
      for (Path file :
          files.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).toList()) {
        Path blob =
            Files.isSymbolicLink(file)
                ? file.getParent().resolve(Files.readSymbolicLink(file)).normalize()
                : file;
        blobs.put(snapshot.relativize(file).toString(), blob);
      }
    } catch (IOException e) {
      throw new HubException("cannot read " + snapshot + ": " + e.getMessage(), e);
    }
    return blobs;
  }
}
