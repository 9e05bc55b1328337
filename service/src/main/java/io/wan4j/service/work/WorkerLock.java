package io.wan4j.service.work;

import io.wan4j.service.ServiceException;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.database.Dialect;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to be the only worker on a database of one machine. Because of it every task that such
 * a database shows as being worked on when a process starts is an orphan, and can be taken up at
 * once. On a database that is shared there is nothing to lock.
 */
public final class WorkerLock implements AutoCloseable {
  private final AutoCloseable held;

  private WorkerLock(AutoCloseable held) {
    this.held = held;
  }

  /**
   * Takes the right, if there is one to take.
   *
   * @throws ServiceException when another process has it
   */
  public static WorkerLock take(ServiceSettings settings) {
    if (Dialect.of(settings.databaseUrl()).isShared() || settings.work().slots() == 0) {
      return new WorkerLock(() -> {});
    }
    Path file = settings.dataFolder().resolve("workers.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ServiceException(
            "another process already makes films in "
                + settings.dataFolder()
                + "; stop it, choose another data folder, or use PostgreSQL to share the work");
      }
      return new WorkerLock(channel);
    } catch (IOException e) {
      throw new ServiceException("cannot lock " + file, e);
    }
  }

  /** Null when it is taken, by another process or by this one. */
  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (Exception e) {
      throw new ServiceException("cannot give up the lock of the workers", e);
    }
  }
}
