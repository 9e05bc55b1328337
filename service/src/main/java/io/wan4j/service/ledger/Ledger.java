package io.wan4j.service.ledger;

import io.wan4j.service.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What was charged, film by film. A task has at most one entry, written in the transaction that
 * makes it succeed; it outlives the task. Amounts are kept as decimal text, because SQLite has no
 * exact decimals, and are added up here.
 */
public final class Ledger {
  private final Database database;

  public Ledger(Database database) {
    this.database = database;
  }

  /** Writes an entry as part of the caller's transaction. */
  public void write(Handle handle, LedgerEntry entry) {
    handle
        .createUpdate(
            "insert into ledger (task_id, account, key_id, model, at, seconds, price, currency)"
                + " values (:task, :account, :key, :model, :at, :seconds, :price, :currency)")
        .bind("task", entry.taskId())
        .bind("account", entry.account())
        .bind("key", entry.keyId())
        .bind("model", entry.model())
        .bind("at", entry.at().toEpochMilli())
        .bind("seconds", entry.seconds().toPlainString())
        .bind("price", entry.price().toPlainString())
        .bind("currency", entry.currency())
        .execute();
  }

  /** All accounts' entries from one moment (included) until another (excluded), oldest first. */
  public List<LedgerEntry> entries(Instant from, Instant until) {
    return database.read(
        handle ->
            rows(
                handle
                    .createQuery(
                        "select * from ledger where at >= :from and at < :until"
                            + " order by at, task_id")
                    .bind("from", from.toEpochMilli())
                    .bind("until", until.toEpochMilli())));
  }

  /** As {@link #entries(Instant, Instant)}, of one account. */
  public List<LedgerEntry> entries(String account, Instant from, Instant until) {
    return database.read(
        handle ->
            rows(
                handle
                    .createQuery(
                        "select * from ledger where account = :account and at >= :from"
                            + " and at < :until order by at, task_id")
                    .bind("account", account)
                    .bind("from", from.toEpochMilli())
                    .bind("until", until.toEpochMilli())));
  }

  /** The entries of an account added up by key, model and currency. */
  public List<LedgerSummary> summary(String account, Instant from, Instant until) {
    return summary(entries(account, from, until));
  }

  /** The entries of all accounts added up by key, model and currency. */
  public List<LedgerSummary> summary(Instant from, Instant until) {
    return summary(entries(from, until));
  }

  private static List<LedgerSummary> summary(List<LedgerEntry> entries) {
    Map<List<String>, LedgerSummary> sums = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      sums.merge(
          List.of(entry.keyId(), entry.model(), entry.currency()),
          new LedgerSummary(
              entry.keyId(), entry.model(), 1, entry.seconds(), entry.price(), entry.currency()),
          (sum, one) ->
              new LedgerSummary(
                  sum.keyId(),
                  sum.model(),
                  sum.films() + 1,
                  sum.seconds().add(one.seconds()),
                  sum.price().add(one.price()),
                  sum.currency()));
    }
    return new ArrayList<>(sums.values());
  }

  private static List<LedgerEntry> rows(Query query) {
    return query
        .map(
            (row, context) ->
                new LedgerEntry(
                    row.getString("task_id"),
                    row.getString("account"),
                    row.getString("key_id"),
                    row.getString("model"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    new BigDecimal(row.getString("seconds")),
                    new BigDecimal(row.getString("price")),
                    row.getString("currency")))
        .list();
  }
}
