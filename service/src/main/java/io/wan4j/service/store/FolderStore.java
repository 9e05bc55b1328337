package io.wan4j.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** Artifacts as files below one folder, which may be shared by several machines. */
public final class FolderStore implements ArtifactStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path root;

  public FolderStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.root);
    } catch (IOException e) {
      throw new StoreException("cannot create the artifact folder " + root, e);
    }
  }

  @Override
  public void put(String key, Path file) {
    Path target = resolve(key);
    Path source = file;
    try {
      Files.createDirectories(target.getParent());
      force(source);
      try {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        // Another file system: copy beside the target first, so that the move itself is atomic.
        Path beside = target.resolveSibling("." + UUID.randomUUID());
        try {
          Files.copy(source, beside);
          force(beside);
          Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
          Files.delete(source);
        } finally {
          Files.deleteIfExists(beside);
        }
      }
      force(target.getParent());
    } catch (IOException e) {
      throw new StoreException("cannot store " + key + " in " + root, e);
    }
  }

  /** Data on the disk before anything refers to it; a folder is forced so that names are too. */
  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public OptionalLong size(String key) {
    try {
      return OptionalLong.of(Files.size(resolve(key)));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new StoreException("cannot look at " + key + " in " + root, e);
    }
  }

  @Override
  public InputStream open(String key, long offset, long length) {
    try {
      SeekableByteChannel channel = Files.newByteChannel(resolve(key), StandardOpenOption.READ);
      try {
        channel.position(offset);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return new BoundedStream(Channels.newInputStream(channel), length);
    } catch (NoSuchFileException e) {
      throw new StoreException("nothing is stored under " + key, e);
    } catch (IOException e) {
      throw new StoreException("cannot open " + key + " in " + root, e);
    }
  }

  @Override
  public void delete(String key) {
    Path file = resolve(key);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException("cannot delete " + key + " from " + root, e);
    }
  }

  private Path resolve(String key) {
    Path path = root;
    for (String name : key.split("/", -1)) {
      if (!NAME.matcher(name).matches()) {
        throw new StoreException("not an artifact key: " + key);
      }
      path = path.resolve(name);
    }
    return path;
  }
}
