package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts files that are on the machine already into the cache, as if they had been fetched: blobs
 * named by their hashes, linked or copied, and a snapshot over them.
 */
public final class FolderImport {
  /** Files of that size and more the hub keeps outside git, by SHA-256. */
  private static final long LARGE = 10L << 20;

  private final HubCache cache;

  public FolderImport(HubCache cache) {
    this.cache = cache;
  }

  /** How a file gets into the cache. */
  public enum Way {
    /** The cache points to where weights lie, and they must stay there; small files are copied. */
    LINK,
    /** The cache has its own, and the old one may go. */
    COPY
  }

  /** All files of a folder by their paths in it; links are followed. */
  public static Map<String, Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).toString().startsWith("."))
          .collect(
              Collectors.toMap(
                  file -> folder.relativize(file).toString().replace('\\', '/'),
                  file -> file,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new HubException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Puts files under a repository's name.
   *
   * @param files by their paths in the repository
   * @param read hears how many bytes more were hashed
   * @return the snapshot's folder
   */
  public Path run(String repository, Map<String, Path> files, Way way, LongConsumer read) {
    refusePickles(files);
    cache.prepare(repository);
    Map<String, String> etags = new TreeMap<>();
    files.forEach((path, file) -> etags.put(path, place(repository, file, way, read)));
    String commit =
        ContentHash.sha1(
            etags.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                .collect(Collectors.joining()));
    etags.forEach((path, etag) -> cache.link(repository, commit, path, etag));
    cache.note(repository, "main", commit);
    return cache.snapshot(repository, commit);
  }

  private static void refusePickles(Map<String, Path> files) {
    List<String> pickles =
        files.keySet().stream().filter(path -> path.matches(".*\\.(pth|pt|bin|ckpt|pkl)")).toList();
    if (!pickles.isEmpty()) {
      throw new HubException(
          pickles
              + " are Python pickles, which can run any program when they are opened; wan4j reads"
              + " safetensors only. Fetch the repository in the layout of diffusers (wan4j models"
              + " pull), or convert them where they are trusted");
    }
  }

  private String place(String repository, Path file, Way way, LongConsumer read) {
    try {
      boolean large = Files.size(file) >= LARGE || file.toString().endsWith(".safetensors");
      String etag = large ? ContentHash.sha256(file, read) : ContentHash.gitBlob(file, read);
      Path blob = cache.blob(repository, etag);
      if (Files.exists(blob)) {
        return etag;
      }
      Files.deleteIfExists(blob); // a link to what has gone
      Path real = file.toRealPath();
      if (way == Way.LINK && large) {
        Files.createSymbolicLink(blob, real);
      } else {
        Path fresh = blob.resolveSibling(etag + ".wan4j.copy.incomplete");
        Files.copy(real, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, blob, StandardCopyOption.ATOMIC_MOVE);
      }
      return etag;
    } catch (IOException e) {
      throw new HubException("cannot import " + file + ": " + e.getMessage(), e);
    }
  }
}
