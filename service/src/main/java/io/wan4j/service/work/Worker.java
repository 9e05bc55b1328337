package io.wan4j.service.work;

import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.service.fetch.FetchException;
import io.wan4j.service.store.ArtifactStore;
import io.wan4j.service.store.StoreException;
import io.wan4j.service.task.TaskWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes tasks from the queue and brings each to an end: the film in the store and the task
 * succeeded, or the task failed with the cloud's code. A film is made on a thread of its own, so
 * that one that hangs can be given up; the thread that called watches it.
 */
final class Worker implements SchedulerQueue.Handler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration GLANCE = Duration.ofMillis(200);

  private static final Duration DONE = Duration.ZERO;
  private static final Duration SOON = Duration.ofMillis(100);

  private final ClaimDesk desk;
  private final Production production;
  private final ArtifactStore store;
  private final WorkFolder folder;
  private final TaskWatch watch;
  private final Duration longestTask;
  private final Duration patience;
  private final Map<Claim, TaskProgress> running = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /**
   * @param patience how long a film may take to heed that it is not wanted before its thread is
   *     interrupted; after as long again the thread is given up
   */
  Worker(
      ClaimDesk desk,
      Production production,
      ArtifactStore store,
      WorkFolder folder,
      TaskWatch watch,
      Duration longestTask,
      Duration patience) {
    this.desk = desk;
    this.production = production;
    this.store = store;
    this.folder = folder;
    this.watch = watch;
    this.longestTask = longestTask;
    this.patience = patience;
  }

  @Override
  public Duration handle(String taskId) {
    if (closing) {
      return SOON;
    }
    try (MDC.MDCCloseable _ = MDC.putCloseable("task", taskId)) {
      return switch (desk.claim(taskId)) {
        case Claiming.Granted(Claim claim) -> {
          tell(taskId);
          yield work(claim);
        }
        case Claiming.Deferred(Duration pause) -> pause;
        case Claiming.Ended() -> {
          tell(taskId);
          yield DONE;
        }
        case Claiming.Gone() -> DONE;
      };
    }
  }

  /** The latest preview of a task that is being made here. */
  Optional<TaskPreview> preview(String taskId) {
    return running.entrySet().stream()
        .filter(task -> task.getKey().taskId().equals(taskId))
        .max(Comparator.comparingInt(task -> task.getKey().attempt()))
        .flatMap(task -> task.getValue().preview());
  }

  private Duration work(Claim claim) {
    TaskProgress progress = new TaskProgress();
    running.put(claim, progress);
    if (closing) {
      progress.end(TaskProgress.Reason.CLOSING);
    }
    Path place = folder.create(claim);
    Outcome outcome;
    try {
      outcome = watched(claim, progress, place);
    } finally {
      running.remove(claim);
      folder.remove(place);
    }
    boolean settled = desk.settle(claim, outcome);
    letGo(claim, settled && !(outcome instanceof Outcome.Released));
    if (outcome instanceof Outcome.Filmed) {
      clearUp(claim, settled);
    }
    if (!settled) {
      LOG.warn("task {} attempt {} was given to another worker", claim.taskId(), claim.attempt());
      return DONE;
    }
    if (outcome instanceof Outcome.Released) {
      return SOON;
    }
    tell(claim.taskId());
    return DONE;
  }

  private void letGo(Claim claim, boolean over) {
    try {
      production.end(claim, over);
    } catch (RuntimeException e) {
      // The task has come to its end whatever is left lying about.
      LOG.warn("what was kept for task {} could not be cleared away", claim.taskId(), e);
    }
  }

  /** A film that does not count is deleted; one that does is the only one of its task. */
  private void clearUp(Claim claim, boolean settled) {
    if (!settled) {
      store.delete(claim.artifact());
      return;
    }
    for (int attempt = 1; attempt < claim.attempt(); attempt++) {
      store.delete(Claim.artifact(claim.taskId(), attempt));
    }
  }

  private void tell(String taskId) {
    desk.find(taskId).ifPresent(watch::changed);
  }

  private Outcome watched(Claim claim, TaskProgress progress, Path place) {
    FutureTask<Outcome> film = new FutureTask<>(() -> make(claim, progress, place));
    Thread thread = Thread.ofPlatform().daemon().name("film-" + claim.taskId()).unstarted(film);
    thread.start();
    long start = System.nanoTime();
    long unwantedSince = 0;
    while (true) {
      try {
        return film.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        look(claim, progress, System.nanoTime() - start);
      } catch (InterruptedException e) {
        // The queue is being closed by force; the flag would make the last writes fail.
        progress.end(TaskProgress.Reason.CLOSING);
      } catch (ExecutionException e) {
        throw new IllegalStateException("making a film threw instead of failing", e);
      }
      if (progress.cancelled()) {
        long now = System.nanoTime();
        unwantedSince = unwantedSince == 0 ? now : unwantedSince;
        if (now - unwantedSince > 2 * patience.toNanos()) {
          LOG.error(
              "task {} does not end though it is not wanted ({}); its thread is given up",
              claim.taskId(),
              progress.reason());
          return unwanted(progress);
        }
        if (now - unwantedSince > patience.toNanos()) {
          thread.interrupt();
        }
      }
    }
  }

  private void look(Claim claim, TaskProgress progress, long nanos) {
    if (nanos > longestTask.toNanos()) {
      progress.end(TaskProgress.Reason.TIMEOUT);
    }
    try {
      switch (desk.report(claim, progress)) {
        case HELD -> {}
        case STOP_WANTED -> progress.end(TaskProgress.Reason.STOPPED);
        case LOST -> progress.end(TaskProgress.Reason.LOST);
      }
    } catch (JdbiException e) {
      // Whether the claim still holds shows when the outcome is written.
      LOG.warn("the progress of task {} could not be noted", claim.taskId(), e);
    }
  }

  private Outcome make(Claim claim, TaskProgress progress, Path place) {
    MDC.put("task", claim.taskId());
    try {
      Product product = production.make(claim, progress, place);
      progress.throwIfCancelled();
      progress.storing();
      long bytes = Files.size(product.file());
      store.put(claim.artifact(), product.file());
      return new Outcome.Filmed(product, bytes);
    } catch (CancelledException e) {
      return unwanted(progress);
    } catch (RefusedException e) {
      LOG.info("task {} refused: {}", claim.taskId(), e.getMessage(), e.getCause());
      return new Outcome.Failed(e.error());
    } catch (FetchException e) {
      LOG.info("task {} lacks an input: {}", claim.taskId(), e.getMessage());
      return new Outcome.Failed(e.error());
    } catch (EngineException e) {
      return failed(claim, progress, ErrorName.INFERENCE_ERROR, e);
    } catch (StoreException e) {
      return failed(claim, progress, ErrorName.RESULT_UPLOAD_ERROR, e);
    } catch (IOException | RuntimeException | Error e) {
      // Errors too: whatever it was, the task must come to an end.
      return failed(claim, progress, ErrorName.INTERNAL_ERROR, e);
    }
  }

  private static Outcome failed(
      Claim claim, TaskProgress progress, ErrorName name, Throwable cause) {
    if (progress.cancelled()) {
      LOG.info("task {} broke off when it was not wanted any more", claim.taskId(), cause);
      return unwanted(progress);
    }
    LOG.error("task {} attempt {} failed", claim.taskId(), claim.attempt(), cause);
    return new Outcome.Failed(WireErrors.get(name));
  }

  private static Outcome unwanted(TaskProgress progress) {
    return switch (progress.reason()) {
      case STOPPED -> new Outcome.Stopped();
      case TIMEOUT -> new Outcome.Failed(WireErrors.get(ErrorName.INTERNAL_TIMEOUT));
      case LOST -> new Outcome.Lost();
      case CLOSING -> new Outcome.Released();
      case NONE -> new Outcome.Failed(WireErrors.get(ErrorName.INTERNAL_ERROR));
    };
  }

  /** Lets go of everything that is being made; it waits in the queue for the next worker. */
  @Override
  public void close() {
    closing = true;
    running.values().forEach(progress -> progress.end(TaskProgress.Reason.CLOSING));
  }
}
