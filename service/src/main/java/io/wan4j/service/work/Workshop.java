package io.wan4j.service.work;

import io.wan4j.engine.VideoEngine;
import io.wan4j.protocol.Pricing;
import io.wan4j.protocol.Validator;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.database.Database;
import io.wan4j.service.fetch.MediaFetcher;
import io.wan4j.service.ledger.Ledger;
import io.wan4j.service.store.ArtifactStore;
import io.wan4j.service.task.TaskQueue;
import io.wan4j.service.task.TaskTable;
import io.wan4j.service.task.TaskWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The workers of this process with their queue and their folder. */
public final class Workshop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WorkerLock lock;
  private final Worker worker;
  private final SchedulerQueue queue;

  /** What the workers use and others use too. */
  public record Surroundings(
      Database database,
      Catalogue catalogue,
      Validator validator,
      PromptReading reading,
      TaskTable tasks,
      Ledger ledger,
      ArtifactStore store,
      MediaFetcher fetcher,
      WorkFolder folder,
      TaskWatch watch,
      Clock clock) {}

  /**
   * Sets the workshop up; nothing is worked on before {@link #start}.
   *
   * @param lock the right to work on the database; given up when the workshop is closed
   */
  public Workshop(
      ServiceSettings settings, VideoEngine engine, WorkerLock lock, Surroundings around) {
    this.lock = lock;
    Production production =
        new FilmProduction(
            around.validator(),
            around.fetcher(),
            new MediaInspection(),
            around.reading(),
            engine,
            new Filming(engine),
            new Pricing(settings.region()));
    ClaimDesk desk =
        new ClaimDesk(
            around.database(),
            new ClaimTable(settings.taskLife()),
            around.tasks(),
            around.ledger(),
            around.catalogue(),
            settings.quotas(),
            settings.work().attempts(),
            around.clock());
    this.worker =
        new Worker(
            desk,
            production,
            around.store(),
            around.folder(),
            around.watch(),
            settings.work().longestTask(),
            PATIENCE);
    this.queue = new SchedulerQueue(around.database(), settings.work(), worker);
  }

  /** Under which keys the films of a task may lie that was begun so often. */
  public static List<String> films(String taskId, int attempts) {
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(attempt -> Claim.artifact(taskId, attempt))
        .toList();
  }

  /** The way to the workers. */
  public TaskQueue queue() {
    return queue;
  }

  /** Begins to work, first on what an earlier process left unfinished. */
  public void start() {
    queue.start();
  }

  /** Whether tasks are taken up here, or this process shall make no films. */
  public boolean isWorking() {
    return queue.isWorking();
  }

  /** How the film of a task looks so far; empty when it is not being made here, or not yet seen. */
  public Optional<TaskPreview> preview(String taskId) {
    return worker.preview(taskId);
  }

  /** Lets go of all tasks; they wait for the next workshop. */
  @Override
  public void close() {
    try (lock;
        queue) {
      worker.close();
    }
  }
}
