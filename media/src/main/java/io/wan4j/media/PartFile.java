package io.wan4j.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that grows beside its place and moves there, whole and durable, when it is done. */
final class PartFile implements AutoCloseable {
  private final Path target;
  private final Path part;

  private PartFile(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  static PartFile beside(Path target) {
    Path place = target.toAbsolutePath();
    Path part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createFile(part);
    } catch (IOException e) {
      throw new MediaException("cannot write beside " + place + ": " + e, e);
    }
    return new PartFile(place, part);
  }

  Path path() {
    return part;
  }

  Path target() {
    return target;
  }

  /** Replaces what was at the place, at once. */
  void moveToPlace() {
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MediaException("cannot put the file at " + target + ": " + e, e);
    }
  }

  /** Deletes what did not move to its place. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new MediaException("cannot delete the unfinished " + part + ": " + e, e);
    }
  }
}
