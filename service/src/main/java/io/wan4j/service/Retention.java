package io.wan4j.service;

import io.wan4j.service.database.Database;
import io.wan4j.service.store.ArtifactStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is over its time: tasks with their films, and uploads. Whether something is over is
 * a question of the injected clock, and clients see nothing of it from that moment on; when it is
 * removed is a matter of the machine's.
 *
 * <p>Files go before their row. A crash in between leaves a row that the next sweep finds again,
 * and never a file that nobody knows.
 */
public final class Retention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int BATCH = 100;

  private final Database database;
  private final ArtifactStore store;
  private final Function<Expired, List<String>> films;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  /**
   * A task whose time is over.
   *
   * @param attempts how often it was begun
   */
  public record Expired(String taskId, int attempts) {}

  /** How much a sweep removed. */
  public record Swept(int tasks, int uploads) {}

  /**
   * @param films under which keys the films of a task may lie, those of failed attempts included
   */
  Retention(
      Database database, ArtifactStore store, Function<Expired, List<String>> films, Clock clock) {
    this.database = database;
    this.store = store;
    this.films = films;
    this.clock = clock;
  }

  void start() {
    timer.scheduleWithFixedDelay(
        this::sweepOrLog, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweepOrLog() {
    try {
      sweep();
    } catch (RuntimeException e) {
      // A timer that throws is never called again; what is left is tried again in a minute.
      LOG.error("a sweep of expired tasks and uploads failed", e);
    }
  }

  /** Removes everything that is over now. */
  public Swept sweep() {
    long now = clock.millis();
    Swept swept = new Swept(sweepTasks(now), sweepUploads(now));
    if (swept.tasks() + swept.uploads() > 0) {
      LOG.info("removed {} expired tasks and {} uploads", swept.tasks(), swept.uploads());
    }
    return swept;
  }

  private int sweepTasks(long now) {
    int removed = 0;
    List<Expired> batch;
    do {
      batch =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          "select id, attempt from task where expires <= :now and status in"
                              + " ('SUCCEEDED', 'FAILED', 'CANCELED') limit "
                              + BATCH)
                      .bind("now", now)
                      .map((row, _) -> new Expired(row.getString("id"), row.getInt("attempt")))
                      .list());
      for (Expired task : batch) {
        films.apply(task).forEach(store::delete);
        removed += delete("task", "id", task.taskId());
      }
    } while (batch.size() == BATCH);
    return removed;
  }

  private int sweepUploads(long now) {
    int removed = 0;
    List<String> batch;
    do {
      batch =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          "select artifact from upload where expires <= :now limit " + BATCH)
                      .bind("now", now)
                      .mapTo(String.class)
                      .list());
      for (String artifact : batch) {
        store.delete(artifact);
        removed += delete("upload", "artifact", artifact);
      }
    } while (batch.size() == BATCH);
    return removed;
  }

  private int delete(String table, String column, String value) {
    return database.transact(
        handle ->
            handle
                .createUpdate("delete from " + table + " where " + column + " = :value")
                .bind("value", value)
                .execute());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
