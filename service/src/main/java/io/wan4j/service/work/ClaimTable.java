package io.wan4j.service.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.protocol.error.WireError;
import io.wan4j.service.ServiceException;
import io.wan4j.service.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What workers do to the rows of tasks. Every write but the claim itself names the claim. */
final class ClaimTable {
  private static final String MINE =
      " where id = :id and attempt = :attempt and status = 'RUNNING'";
  private static final JsonMapper JSON = new JsonMapper();

  private final Duration life;

  /**
   * @param life how long a task is kept after its end
   */
  ClaimTable(Duration life) {
    this.life = life;
  }

  /** A task's row as far as claiming needs it. */
  record Candidate(String account, String model, boolean waiting, boolean stopWanted, int begun) {}

  /** The task, if it has not come to its end. */
  Optional<Candidate> candidate(Handle handle, String taskId) {
    return handle
        .createQuery(
            "select account, model, status, stop_requested, attempt - released as begun"
                + " from task where id = :id and status in ('PENDING', 'RUNNING')")
        .bind("id", taskId)
        .map(
            (row, context) ->
                new Candidate(
                    row.getString("account"),
                    row.getString("model"),
                    row.getString("status").equals("PENDING"),
                    row.getInt("stop_requested") != 0,
                    row.getInt("begun")))
        .findOne();
  }

  /** How many tasks of the account run on any of these models. */
  int running(Handle handle, String account, List<String> models) {
    return handle
        .createQuery(
            "select count(*) from task where account = :account and status = 'RUNNING'"
                + " and model in (<models>)")
        .bind("account", account)
        .bindList("models", models)
        .mapTo(Integer.class)
        .one();
  }

  /** Gives the task to the caller and takes it from whoever had it. */
  Optional<Claim> claim(Handle handle, String taskId, Instant now) {
    int claimed =
        handle
            .createUpdate(
                "update task set status = 'RUNNING', attempt = attempt + 1, started = :now,"
                    + " scheduled = coalesce(scheduled, :now)"
                    + " where id = :id and status in ('PENDING', 'RUNNING')")
            .bind("now", now.toEpochMilli())
            .bind("id", taskId)
            .execute();
    if (claimed == 0) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            "select account, key_id, model, request, seed, attempt from task where id = :id")
        .bind("id", taskId)
        .map(
            (row, context) ->
                new Claim(
                    taskId,
                    row.getString("account"),
                    row.getString("key_id"),
                    row.getString("model"),
                    row.getString("request"),
                    row.getLong("seed"),
                    row.getInt("attempt")))
        .findOne();
  }

  Standing standing(Handle handle, Claim claim) {
    return handle
        .createQuery("select stop_requested from task" + MINE)
        .bind("id", claim.taskId())
        .bind("attempt", claim.attempt())
        .mapTo(Integer.class)
        .findOne()
        .map(wanted -> wanted == 0 ? Standing.HELD : Standing.STOP_WANTED)
        .orElse(Standing.LOST);
  }

  void progress(Handle handle, Claim claim, String stage, double fraction) {
    mine(handle, "update task set stage = :stage, fraction = :fraction" + MINE, claim)
        .bind("stage", stage)
        .bind("fraction", fraction)
        .execute();
  }

  /** Gives the task back unfinished, so that this beginning does not count against it. */
  void release(Handle handle, Claim claim) {
    mine(handle, "update task set released = released + 1" + MINE, claim).execute();
  }

  boolean succeed(Handle handle, Claim claim, TaskState.Film film, Instant now) {
    return end(
                handle,
                "status = 'SUCCEEDED', artifact = :artifact, artifact_bytes = :bytes,"
                    + " frame_rate = :rate, notes = :notes,"
                    + " usage_json = :usage, orig_prompt = :orig, actual_prompt = :actual,"
                    + " bill_json = :bill",
                claim,
                now)
            .bind("artifact", film.artifact())
            .bind("bytes", film.bytes())
            .bind("rate", film.frameRate())
            .bind("notes", String.join("\n", film.notes()))
            .bind("usage", film.usageJson())
            .bind("orig", film.origPrompt())
            .bind("actual", film.actualPrompt())
            .bind("bill", json(film))
            .execute()
        > 0;
  }

  boolean fail(Handle handle, Claim claim, WireError error, Instant now) {
    return end(
                handle,
                "status = 'FAILED', error_code = :code, error_message = :message",
                claim,
                now)
            .bind("code", error.code())
            .bind("message", error.message())
            .execute()
        > 0;
  }

  boolean cancel(Handle handle, Claim claim, Instant now) {
    return end(handle, "status = 'CANCELED'", claim, now).execute() > 0;
  }

  private Update end(Handle handle, String set, Claim claim, Instant now) {
    return mine(
            handle,
            "update task set " + set + ", ended = :now, expires = :expires, fraction = 1" + MINE,
            claim)
        .bind("now", now.toEpochMilli())
        .bind("expires", now.plus(life).toEpochMilli());
  }

  private static Update mine(Handle handle, String sql, Claim claim) {
    return handle.createUpdate(sql).bind("id", claim.taskId()).bind("attempt", claim.attempt());
  }

  private static String json(TaskState.Film film) {
    try {
      return JSON.writeValueAsString(film.bill());
    } catch (JsonProcessingException e) {
      throw new ServiceException("a bill cannot be written as JSON", e);
    }
  }
}
