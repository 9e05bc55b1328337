package io.wan4j.engine.wan.hub;

import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.hub.PartialFile.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings files of a repository into the cache: file after file, each by several connections at a
 * time, resumed where an earlier pull ended, checked by its hash, and only then put in its place.
 */
public final class Puller {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int WRONG_CONTENTS = 3;

  private final HubClient hub;
  private final HubCache cache;
  private final Limits limits;
  private final Retrying retrying;

  /**
   * How a pull works.
   *
   * @param connections at a time
   * @param pieceSize bytes of one request
   * @param patience how long a connection may be silent
   * @param diskReserve bytes that must stay free
   */
  public record Limits(int connections, long pieceSize, Duration patience, long diskReserve) {
    public static final Limits DEFAULT = new Limits(8, 32L << 20, Duration.ofSeconds(30), 1L << 30);
  }

  public Puller(HubClient hub, HubCache cache, Limits limits, Retrying retrying) {
    this.hub = hub;
    this.cache = cache;
    this.limits = limits;
    this.retrying = retrying;
  }

  /**
   * Brings the files and notes the branch's commit.
   *
   * @return the snapshot's folder
   * @throws HubException when the disk is too small, the hub refuses, or bytes stay wrong
   */
  public Path pull(HubRepository repository, List<HubFile> files, PullListener listener) {
    cache.prepare(repository.name());
    List<HubFile> contents = distinct(files);
    List<HubFile> missing =
        contents.stream()
            .filter(file -> !Files.exists(cache.blob(repository.name(), file.etag())))
            .toList();
    long wanted = contents.stream().mapToLong(HubFile::size).sum();
    long left = missing.stream().mapToLong(HubFile::size).sum();
    long begun = missing.stream().mapToLong(file -> begun(repository, file)).sum();
    requireSpace(left - begun);
    listener.begins(repository, wanted, wanted - left);
    try (ExecutorService connections =
        Executors.newFixedThreadPool(limits.connections(), Thread.ofVirtual().factory())) {
      for (HubFile file : files) {
        bring(repository, file, connections, listener);
        cache.link(repository.name(), repository.commit(), file.path(), file.etag());
        listener.completed(file);
      }
    }
    cache.note(repository.name(), repository.revision(), repository.commit());
    return cache.snapshot(repository.name(), repository.commit());
  }

  /** Files of the same content are fetched once. */
  private static List<HubFile> distinct(List<HubFile> files) {
    Map<String, HubFile> byContent = new LinkedHashMap<>();
    files.forEach(file -> byContent.putIfAbsent(file.etag(), file));
    return List.copyOf(byContent.values());
  }

  /** Bytes that an earlier pull has left on the disk. */
  private long begun(HubRepository repository, HubFile file) {
    Path blob = cache.blob(repository.name(), file.etag());
    try {
      Path partial = blob.resolveSibling(blob.getFileName() + ".wan4j.pieces");
      if (!Files.exists(partial)) {
        return 0;
      }
      long pieces = Files.readAllLines(partial).size() - 1L;
      return Math.min(file.size(), Math.max(0, pieces) * limits.pieceSize());
    } catch (IOException e) {
      return 0;
    }
  }

  private void requireSpace(long bytes) {
    try {
      long free = Files.getFileStore(cache.folder()).getUsableSpace();
      if (free < bytes + limits.diskReserve()) {
        throw new HubException(
            "%s are still to be fetched and %s shall stay free, but %s has %s left; free some, or choose another folder by HF_HUB_CACHE"
                .formatted(
                    Bytes.words(bytes),
                    Bytes.words(limits.diskReserve()),
                    cache.folder(),
                    Bytes.words(free)));
      }
    } catch (IOException e) {
      throw new HubException("cannot see how much is free in " + cache.folder(), e);
    }
  }

  private void bring(
      HubRepository repository, HubFile file, ExecutorService connections, PullListener listener) {
    Path blob = cache.blob(repository.name(), file.etag());
    if (Files.exists(blob)) {
      return;
    }
    try (BlobLock _ = lock(repository, file, listener)) {
      if (Files.exists(blob)) {
        listener.fetched(file.size()); // another pull has brought it meanwhile
        return;
      }
      for (int i = 0; i < WRONG_CONTENTS; i++) {
        if (fetched(repository, file, blob, connections, listener)) {
          return;
        }
        listener.fetched(-file.size());
        listener.remark(file.path() + " arrived with wrong bytes and is fetched again");
      }
      throw new HubException(
          "%s arrived %d times with bytes that are not those the hub lists (%s)"
              .formatted(file.path(), WRONG_CONTENTS, file.etag()));
    }
  }

  private BlobLock lock(HubRepository repository, HubFile file, PullListener listener) {
    Path path = cache.lock(repository.name(), file.etag());
    Optional<BlobLock> lock = BlobLock.tryTake(path);
    if (lock.isEmpty()) {
      listener.remark("waiting for another download of " + file.path());
    }
    while (lock.isEmpty()) {
      try {
        retrying.pause().of(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new HubException("interrupted", e);
      }
      lock = BlobLock.tryTake(path);
    }
    return lock.get();
  }

  /** Whether the file is now in its place; false when its bytes were wrong, and are gone. */
  private boolean fetched(
      HubRepository repository,
      HubFile file,
      Path blob,
      ExecutorService connections,
      PullListener listener) {
    try (PartialFile partial = PartialFile.open(blob, file.size(), limits.pieceSize())) {
      listener.fetched(partial.bytesThere());
      FileDownload download = new FileDownload(hub, repository, file, limits.patience());
      fetchAll(
          partial.missing(),
          connections,
          piece -> download.fetch(piece, partial, retrying, listener));
      String hash = ContentHash.like(file.etag(), partial.file(), read -> {});
      if (hash.equals(file.etag())) {
        partial.finish(blob);
        return true;
      }
      partial.discard();
      return false;
    } catch (IOException e) {
      throw new HubException("cannot write " + blob + ": " + e.getMessage(), e);
    }
  }

  private static void fetchAll(
      List<Piece> pieces, ExecutorService connections, java.util.function.Consumer<Piece> fetch) {
    List<Future<?>> running = new ArrayList<>();
    for (Piece piece : pieces) {
      running.add(connections.submit(() -> fetch.accept(piece)));
    }
    RuntimeException failure = null;
    for (Future<?> future : running) {
      try {
        future.get();
      } catch (ExecutionException e) {
        running.forEach(other -> other.cancel(true));
        failure =
            failure == null && e.getCause() instanceof RuntimeException cause ? cause : failure;
      } catch (java.util.concurrent.CancellationException e) {
        continue;
      } catch (InterruptedException e) {
        running.forEach(other -> other.cancel(true));
        Thread.currentThread().interrupt();
        throw new HubException("interrupted", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
