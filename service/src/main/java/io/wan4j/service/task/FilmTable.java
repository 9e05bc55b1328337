package io.wan4j.service.task;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The rows of tasks as a person looks through them; beside {@link TaskTable}, which programs ask.
 */
final class FilmTable {
  private static final String SELECT = "select " + TaskTable.COLUMNS + " from task where ";
  private static final String SEEN =
      "account = :account and (expires > :now or not " + TaskTable.OVER + ")";

  TaskPage search(Handle handle, String account, FilmSearch search, Instant now) {
    StringBuilder where = new StringBuilder(SEEN).append(" and status in (<statuses>)");
    if (!search.words().isEmpty()) {
      where.append(
          " and (lower(prompt) like :words escape '!' or lower(model) like :words escape '!'"
              + " or id like :words escape '!')");
    }
    if (search.keptOnly()) {
      where.append(" and expires = :never");
    }
    long total =
        bind(handle.createQuery("select count(*) from task where " + where), account, search, now)
            .mapTo(Long.class)
            .one();
    List<TaskRecord> tasks =
        bind(
                handle.createQuery(
                    SELECT + where + " order by submitted desc, id limit :count offset :skip"),
                account,
                search,
                now)
            .bind("count", search.pageSize())
            .bind("skip", (search.pageNo() - 1L) * search.pageSize())
            .map((row, context) -> TaskTable.record(row))
            .list();
    int pages = (int) ((total + search.pageSize() - 1) / search.pageSize());
    return new TaskPage(tasks, total, pages, search.pageNo(), search.pageSize());
  }

  private static Query bind(Query query, String account, FilmSearch search, Instant now) {
    query
        .bind("account", account)
        .bind("now", now.toEpochMilli())
        .bindList("statuses", search.statuses().stream().map(Enum::name).toList());
    if (!search.words().isEmpty()) {
      query.bind("words", "%" + escaped(search.words().toLowerCase(Locale.ROOT)) + "%");
    }
    if (search.keptOnly()) {
      query.bind("never", TaskRecord.NEVER.toEpochMilli());
    }
    return query;
  }

  private static String escaped(String words) {
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** The account's tasks that wait, run, or came to their end at the moment or later. */
  List<TaskRecord> moving(Handle handle, String account, Instant since) {
    return handle
        .createQuery(
            SELECT
                + "account = :account and (status in ('PENDING', 'RUNNING') or ended >= :since)"
                + " order by submitted, id")
        .bind("account", account)
        .bind("since", since.toEpochMilli())
        .map((row, context) -> TaskTable.record(row))
        .list();
  }

  /** How many tasks of all accounts were submitted before this one and still wait. */
  long ahead(Handle handle, TaskRecord task) {
    return handle
        .createQuery(
            "select count(*) from task where status = 'PENDING' and"
                + " (submitted < :submitted or submitted = :submitted and id < :id)")
        .bind("submitted", task.submitted().toEpochMilli())
        .bind("id", task.id())
        .mapTo(Long.class)
        .one();
  }

  QueueCount count(Handle handle, String account) {
    return handle
        .createQuery(
            "select coalesce(sum(case when status = 'PENDING' then 1 else 0 end), 0) as waiting,"
                + " coalesce(sum(case when status = 'RUNNING' then 1 else 0 end), 0) as running,"
                + " coalesce(sum(case when status = 'PENDING' and account = :account"
                + " then 1 else 0 end), 0) as own_waiting,"
                + " coalesce(sum(case when status = 'RUNNING' and account = :account"
                + " then 1 else 0 end), 0) as own_running"
                + " from task where status in ('PENDING', 'RUNNING')")
        .bind("account", account)
        .map(
            (row, context) ->
                new QueueCount(
                    row.getLong("waiting"),
                    row.getLong("running"),
                    row.getLong("own_waiting"),
                    row.getLong("own_running")))
        .one();
  }

  /** Sets from when on the account's film is not found any more. */
  boolean expire(Handle handle, String account, String id, Instant when) {
    return handle
            .createUpdate(
                "update task set expires = :expires"
                    + " where id = :id and account = :account and status = 'SUCCEEDED'")
            .bind("expires", when.toEpochMilli())
            .bind("id", id)
            .bind("account", account)
            .execute()
        > 0;
  }
}
