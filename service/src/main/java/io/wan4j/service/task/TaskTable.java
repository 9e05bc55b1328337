package io.wan4j.service.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.protocol.Bill;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.ServiceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/**
 * The rows of tasks as clients ask for them. What workers do to them is in {@link ClaimTable}. The
 * request is not among the columns read here, because it may hold whole pictures.
 */
public final class TaskTable {
  static final String COLUMNS =
      "id, account, key_id, request_id, model, prompt, status, submitted, scheduled, ended,"
          + " expires, stage, fraction, error_code, error_message, artifact, artifact_bytes,"
          + " frame_rate, notes, usage_json, orig_prompt, actual_prompt, bill_json, attempt";

  static final String OVER = "status in ('SUCCEEDED', 'FAILED', 'CANCELED')";
  private static final JsonMapper JSON = new JsonMapper();

  /** What is known about a new task beside what all new tasks have in common. */
  public record NewTask(TaskRecord record, String requestJson, long seed) {}

  void insert(Handle handle, NewTask task) {
    TaskRecord record = task.record();
    handle
        .createUpdate(
            "insert into task (id, account, key_id, request_id, model, prompt, request, status,"
                + " submitted, expires, seed, stage, fraction, attempt, released, stop_requested)"
                + " values (:id, :account, :key, :requestId, :model, :prompt, :request, 'PENDING',"
                + " :submitted, :expires, :seed, '', 0, 0, 0, 0)")
        .bind("id", record.id())
        .bind("account", record.account())
        .bind("key", record.keyId())
        .bind("requestId", record.requestId())
        .bind("model", record.model())
        .bind("prompt", record.prompt())
        .bind("request", task.requestJson())
        .bind("submitted", record.submitted().toEpochMilli())
        .bind("expires", record.expires().toEpochMilli())
        .bind("seed", task.seed())
        .execute();
  }

  /** The account's task, unless its time is over. */
  Optional<TaskRecord> find(Handle handle, String account, String id, Instant now) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from task where id = :id and account = :account and (expires > :now or not "
                + OVER
                + ")")
        .bind("id", id)
        .bind("account", account)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> record(row))
        .findOne();
  }

  /** The task, whoever's it is and however old. */
  public Optional<TaskRecord> find(Handle handle, String id) {
    return handle
        .createQuery("select " + COLUMNS + " from task where id = :id")
        .bind("id", id)
        .map((row, context) -> record(row))
        .findOne();
  }

  Optional<String> request(Handle handle, String account, String id, Instant now) {
    return find(handle, account, id, now).map(found -> requestOf(handle, id));
  }

  private static String requestOf(Handle handle, String id) {
    return handle
        .createQuery("select request from task where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** How many tasks of all accounts are in the state. */
  long count(Handle handle, TaskStatus status) {
    return handle
        .createQuery("select count(*) from task where status = :status")
        .bind("status", status.name())
        .mapTo(Long.class)
        .one();
  }

  /** Ends the account's task if it still waits. */
  boolean cancelPending(Handle handle, String account, String id, Instant now, Instant expires) {
    return handle
            .createUpdate(
                "update task set status = 'CANCELED', ended = :now, expires = :expires"
                    + " where id = :id and account = :account and status = 'PENDING'")
            .bind("now", now.toEpochMilli())
            .bind("expires", expires.toEpochMilli())
            .bind("id", id)
            .bind("account", account)
            .execute()
        > 0;
  }

  /** Leaves word for the worker of the account's task. */
  boolean requestStop(Handle handle, String account, String id) {
    return handle
            .createUpdate(
                "update task set stop_requested = 1"
                    + " where id = :id and account = :account and status = 'RUNNING'")
            .bind("id", id)
            .bind("account", account)
            .execute()
        > 0;
  }

  TaskPage list(Handle handle, String account, TaskQuery query, Instant now) {
    StringBuilder where =
        new StringBuilder(
            " from task where account = :account and submitted between :from and :until"
                + " and (expires > :now or not "
                + OVER
                + ")");
    if (!query.taskId().isEmpty()) {
      where.append(" and id = :id");
    }
    if (!query.model().isEmpty()) {
      where.append(" and model = :model");
    }
    if (!query.keyId().isEmpty()) {
      where.append(" and key_id = :key");
    }
    where.append(" and status in (<statuses>)");
    long total =
        bind(handle.createQuery("select count(*)" + where), account, query, now)
            .mapTo(Long.class)
            .one();
    List<TaskRecord> rows =
        bind(
                handle.createQuery(
                    "select "
                        + COLUMNS
                        + where
                        + " order by submitted desc, id limit :count offset :skip"),
                account,
                query,
                now)
            .bind("count", query.pageSize())
            .bind("skip", (query.pageNo() - 1L) * query.pageSize())
            .map((row, context) -> record(row))
            .list();
    int pages = (int) ((total + query.pageSize() - 1) / query.pageSize());
    return new TaskPage(rows, total, pages, query.pageNo(), query.pageSize());
  }

  private static Query bind(Query statement, String account, TaskQuery query, Instant now) {
    List<String> statuses = query.statuses().stream().map(TaskStatus::name).toList();
    return statement
        .bind("account", account)
        .bind("from", query.from().toEpochMilli())
        .bind("until", query.until().toEpochMilli())
        .bind("now", now.toEpochMilli())
        .bind("id", query.taskId())
        .bind("model", query.model())
        .bind("key", query.keyId())
        .bindList(EmptyHandling.NULL_KEYWORD, "statuses", statuses);
  }

  static TaskRecord record(ResultSet row) throws SQLException {
    return new TaskRecord(
        row.getString("id"),
        row.getString("account"),
        row.getString("key_id"),
        row.getString("request_id"),
        row.getString("model"),
        row.getString("prompt"),
        time(row, "submitted"),
        time(row, "expires"),
        state(row));
  }

  private static TaskState state(ResultSet row) throws SQLException {
    return switch (TaskStatus.valueOf(row.getString("status"))) {
      case PENDING -> new TaskState.Pending();
      case RUNNING ->
          new TaskState.Running(
              time(row, "scheduled"),
              row.getString("stage"),
              row.getDouble("fraction"),
              row.getInt("attempt"));
      case SUCCEEDED ->
          new TaskState.Succeeded(time(row, "scheduled"), time(row, "ended"), film(row));
      case FAILED ->
          new TaskState.Failed(
              time(row, "scheduled"),
              time(row, "ended"),
              row.getString("error_code"),
              row.getString("error_message"));
      case CANCELED -> new TaskState.Canceled(time(row, "ended"));
      case UNKNOWN -> throw new ServiceException("task " + row.getString("id") + " is UNKNOWN");
    };
  }

  private static TaskState.Film film(ResultSet row) throws SQLException {
    try {
      return new TaskState.Film(
          row.getString("artifact"),
          row.getLong("artifact_bytes"),
          row.getInt("frame_rate"),
          row.getString("notes").lines().toList(),
          row.getString("usage_json"),
          row.getString("orig_prompt"),
          row.getString("actual_prompt"),
          JSON.readValue(row.getString("bill_json"), Bill.class));
    } catch (JsonProcessingException e) {
      throw new ServiceException("the bill of task " + row.getString("id") + " is unreadable", e);
    }
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }
}
