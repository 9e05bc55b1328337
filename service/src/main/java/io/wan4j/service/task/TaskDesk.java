package io.wan4j.service.task;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.database.Database;
import io.wan4j.service.key.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Where tasks are handed in and asked for. A caller sees the tasks of its account and no others: a
 * foreign, an expired and an invented id all look alike.
 */
public final class TaskDesk {
  private static final int LONGEST_SHOWN_PROMPT = 20_000;

  private final Database database;
  private final TaskTable table;
  private final TaskQueue queue;
  private final Admission admission;
  private final TaskWatch watch;
  private final Duration life;
  private final Clock clock;
  private final RandomGenerator seeds;

  public TaskDesk(
      Database database,
      TaskTable table,
      TaskQueue queue,
      Admission admission,
      TaskWatch watch,
      Duration life,
      Clock clock,
      RandomGenerator seeds) {
    this.database = database;
    this.table = table;
    this.queue = queue;
    this.admission = admission;
    this.watch = watch;
    this.life = life;
    this.clock = clock;
    this.seeds = seeds;
  }

  /**
   * Accepts a request. When this returns, the task survives the death of any process.
   *
   * @param requestId of the call, kept for the list of tasks
   * @throws io.wan4j.protocol.error.WireException when the model does not exist, when the account
   *     submits too fast, or, if the service refuses early, when the request cannot work
   */
  public TaskRecord submit(Caller caller, SynthesisRequest request, String requestId) {
    admission.admit(caller, request);
    Instant now = Instant.ofEpochMilli(clock.millis());
    TaskRecord record =
        new TaskRecord(
            UUID.randomUUID().toString(),
            caller.account(),
            caller.keyId(),
            requestId,
            request.model(),
            shown(request.input().path("prompt").asText("")),
            now,
            now.plus(life),
            new TaskState.Pending());
    // Drawn here and kept, so that a task begun anew after a crash gives the same film.
    long seed = seeds.nextInt(Integer.MAX_VALUE);
    database.transact(
        handle -> {
          table.insert(handle, new TaskTable.NewTask(record, request.toJson(), seed));
          queue.enqueue(record.id());
          return record;
        });
    watch.changed(record);
    queue.nudge();
    return record;
  }

  /** A prompt as lists show it: PostgreSQL's text takes no NUL, and no model reads more words. */
  private static String shown(String prompt) {
    String plain = prompt.replace("\u0000", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST_SHOWN_PROMPT));
  }

  /** The task of that id; empty when the caller has none, or has it no more. */
  public Optional<TaskRecord> find(Caller caller, String id) {
    return database.read(handle -> table.find(handle, caller.account(), id, clock.instant()));
  }

  /** What the task was asked for. */
  public Optional<SynthesisRequest> request(Caller caller, String id) {
    return database
        .read(handle -> table.request(handle, caller.account(), id, clock.instant()))
        .map(SynthesisRequest::parse);
  }

  /** The caller's tasks that the query asks for, newest first. */
  public TaskPage list(Caller caller, TaskQuery query) {
    return database.read(handle -> table.list(handle, caller.account(), query, clock.instant()));
  }

  /** How many tasks of all accounts wait for a worker. */
  public long waiting() {
    return database.read(handle -> table.count(handle, TaskStatus.PENDING));
  }

  /** Takes back a task that still waits. */
  public CancelResult cancel(Caller caller, String id) {
    Instant now = clock.instant();
    boolean canceled =
        database.transact(
            handle -> table.cancelPending(handle, caller.account(), id, now, now.plus(life)));
    Optional<TaskRecord> found = find(caller, id);
    if (canceled) {
      found.ifPresent(watch::changed);
      return CancelResult.CANCELED;
    }
    return found.isPresent() ? CancelResult.NOT_PENDING : CancelResult.NOT_FOUND;
  }

  /** Takes back a task that waits, and stops one that is being made. */
  public StopResult requestStop(Caller caller, String id) {
    if (cancel(caller, id) == CancelResult.CANCELED) {
      return StopResult.CANCELED;
    }
    if (database.transact(handle -> table.requestStop(handle, caller.account(), id))) {
      return StopResult.STOPPING;
    }
    return find(caller, id).isPresent() ? StopResult.ENDED : StopResult.NOT_FOUND;
  }

  /**
   * Hears of every change of state that this process brings about, from whatever thread brings it
   * about; progress is not among them. News of a task that come from different threads may overtake
   * one another.
   *
   * @return ends the listening
   */
  public TaskWatch.Subscription onChange(Consumer<TaskRecord> listener) {
    return watch.subscribe(listener);
  }
}
