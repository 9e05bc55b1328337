package io.wan4j.service.work;

import io.wan4j.service.ServiceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where this process keeps the files of films in the making: one folder among those of other
 * processes, marked as in use by a locked file in it. What dead processes left is removed.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String LOCK = "in-use";

  private final Path own;
  private final FileChannel mark;

  private WorkFolder(Path own, FileChannel mark) {
    this.own = own;
    this.mark = mark;
  }

  /** Makes a folder for this process below the root, and removes those of dead processes. */
  public static WorkFolder open(Path root) {
    try {
      Files.createDirectories(root);
      removeDead(root);
      Path own = Files.createDirectory(root.resolve("process-" + UUID.randomUUID()));
      FileChannel mark =
          FileChannel.open(
              own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      mark.lock();
      return new WorkFolder(own, mark);
    } catch (IOException e) {
      throw new ServiceException("cannot use the work folder " + root, e);
    }
  }

  private static void removeDead(Path root) throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(root)) {
      folders =
          entries.filter(entry -> entry.getFileName().toString().startsWith("process-")).toList();
    }
    for (Path folder : folders) {
      if (isDead(folder.resolve(LOCK))) {
        removeAll(folder);
      }
    }
  }

  private static boolean isDead(Path mark) throws IOException {
    try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (NoSuchFileException e) {
      // Either its owner died before it was marked, or it is being made this very moment.
      return false;
    }
  }

  /** This process's own folder. */
  public Path path() {
    return own;
  }

  /** A new empty folder for the work on a claim. */
  Path create(Claim claim) {
    try {
      return Files.createDirectory(own.resolve(claim.taskId() + "-" + claim.attempt()));
    } catch (IOException e) {
      throw new ServiceException("cannot make a folder in " + own, e);
    }
  }

  /** Removes the folder with all that is in it. */
  void remove(Path folder) {
    try {
      removeAll(folder);
    } catch (IOException e) {
      throw new ServiceException("cannot clear " + folder, e);
    }
  }

  private static void removeAll(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    try (mark) {
      removeAll(own);
    } catch (IOException e) {
      throw new ServiceException("cannot clear " + own, e);
    }
  }
}
