package io.wan4j.service.task;

import io.wan4j.service.database.Database;
import io.wan4j.service.key.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people ask of their films beside what programs ask the {@link TaskDesk}: looking through
 * them, watching those on the way, and keeping some for good.
 */
public final class FilmShelf {
  private final Database database;
  private final TaskTable tasks;
  private final FilmTable films = new FilmTable();
  private final Duration life;
  private final Clock clock;

  /**
   * @param life how long a film is found that is not kept
   */
  public FilmShelf(Database database, TaskTable tasks, Duration life, Clock clock) {
    this.database = database;
    this.tasks = tasks;
    this.life = life;
    this.clock = clock;
  }

  /** The caller's tasks that are looked for, newest first. */
  public TaskPage search(Caller caller, FilmSearch search) {
    return database.read(handle -> films.search(handle, caller.account(), search, clock.instant()));
  }

  /** The caller's tasks that are on the way, and those that ended at the moment or later. */
  public List<TaskRecord> moving(Caller caller, Instant since) {
    return database.read(handle -> films.moving(handle, caller.account(), since));
  }

  /** How many waiting tasks of all accounts come before this one. */
  public long ahead(TaskRecord task) {
    return database.read(handle -> films.ahead(handle, task));
  }

  /** How many tasks are on the way. */
  public QueueCount count(Caller caller) {
    return database.read(handle -> films.count(handle, caller.account()));
  }

  /** Keeps a film until it is let go: it does not expire. */
  public KeepResult keep(Caller caller, String id) {
    return expire(caller, id, TaskRecord.NEVER);
  }

  /** Keeps a film no longer: it expires as if it had been made now. */
  public KeepResult letGo(Caller caller, String id) {
    Optional<TaskRecord> task = find(caller, id);
    if (task.isPresent() && task.get().state() instanceof TaskState.Succeeded) {
      return task.get().isKept() ? expire(caller, id, clock.instant().plus(life)) : KeepResult.DONE;
    }
    return task.isPresent() ? KeepResult.NO_FILM : KeepResult.NOT_FOUND;
  }

  private KeepResult expire(Caller caller, String id, Instant when) {
    Optional<TaskRecord> task = find(caller, id);
    if (task.isEmpty()) {
      return KeepResult.NOT_FOUND;
    }
    return database.transact(handle -> films.expire(handle, caller.account(), id, when))
        ? KeepResult.DONE
        : KeepResult.NO_FILM;
  }

  private Optional<TaskRecord> find(Caller caller, String id) {
    return database.read(handle -> tasks.find(handle, caller.account(), id, clock.instant()));
  }
}
