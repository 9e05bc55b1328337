package io.wan4j.service.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.wan4j.service.database.Database;
import io.wan4j.service.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The queue of tasks as a table of the same database, worked by db-scheduler. Its times are those
 * of the machine, not of the service's clock: whether a worker lives is a physical question.
 */
final class SchedulerQueue implements TaskQueue, AutoCloseable {
  private static final String NAME = "film";
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration CLOSING = Duration.ofSeconds(30);

  /** What is done with an entry of the queue. */
  interface Handler {
    /**
     * @return when the entry is to come again; anything not positive means that it is done with
     */
    Duration handle(String taskId);
  }

  private final Database database;
  private final CustomTask<Void> entry;
  private final SchedulerClient client;
  private final Scheduler scheduler;
  private final boolean works;

  SchedulerQueue(Database database, WorkSettings settings, Handler handler) {
    this.database = database;
    this.works = settings.slots() > 0;
    this.entry =
        Tasks.custom(NAME, Void.class)
            .onFailureReschedule(FixedDelay.of(settings.heartbeat()))
            .onDeadExecutionRevive()
            .execute((instance, context) -> after(handler.handle(instance.getId())));
    this.client =
        SchedulerClient.Builder.create(database.transactionalSource(), entry)
            .jdbcCustomization(database.dialect().queue())
            .build();
    this.scheduler =
        Scheduler.create(database.source(), entry)
            .jdbcCustomization(database.dialect().queue())
            .schedulerName(new SchedulerName.Fixed("wan4j-" + UUID.randomUUID()))
            .threads(Math.max(1, settings.slots()))
            .pollingInterval(settings.pollInterval())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(CLOSING)
            .build();
  }

  private static CompletionHandler<Void> after(Duration pause) {
    return pause.isPositive()
        ? (complete, operations) -> operations.reschedule(complete, Instant.now().plus(pause))
        : (complete, operations) -> operations.remove();
  }

  /** Begins to hand out entries; those of a database that is ours alone wait for no heartbeat. */
  void start() {
    if (!works) {
      return;
    }
    if (!database.dialect().isShared()) {
      takeUpOrphans();
    }
    scheduler.start();
  }

  private void takeUpOrphans() {
    database.transact(
        handle ->
            handle
                .createUpdate(
                    "update scheduled_tasks set picked = :no, picked_by = null,"
                        + " last_heartbeat = null, version = version + 1 where picked = :yes")
                .bind("no", false)
                .bind("yes", true)
                .execute());
  }

  /** Whether entries are handed out, or nobody asked for that. */
  boolean isWorking() {
    SchedulerState state = scheduler.getSchedulerState();
    return !works || state.isStarted() && !state.isShuttingDown();
  }

  @Override
  public void enqueue(String taskId) {
    client.scheduleIfNotExists(entry.instance(taskId), Instant.now());
  }

  @Override
  public void nudge() {
    if (works) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  @Override
  public void close() {
    if (works) {
      scheduler.stop();
    }
  }
}
