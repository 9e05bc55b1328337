package io.wan4j.service.database;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;

/** All that differs between the databases the service runs on. */
public enum Dialect {
  /** One file beside the program; one process runs its workers. */
  SQLITE {
    @Override
    HikariConfig pool(String url) {
      SQLiteConfig sqlite = new SQLiteConfig();
      sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
      sqlite.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
      sqlite.setBusyTimeout(BUSY_MILLIS);
      sqlite.enforceForeignKeys(true);
      // A transaction that reads first and writes later would be refused when another wrote in
      // between, however long it waits; taking the write lock at once it only waits its turn.
      sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      HikariConfig pool = new HikariConfig();
      pool.setJdbcUrl(url);
      pool.setDataSourceProperties(sqlite.toProperties());
      pool.setMaximumPoolSize(SQLITE_CONNECTIONS);
      pool.setPoolName("wan4j-sqlite");
      return pool;
    }

    @Override
    public boolean isShared() {
      return false;
    }

    @Override
    String migrations() {
      return "db/sqlite";
    }

    @Override
    public JdbcCustomization queue() {
      return new SqliteJdbcCustomization();
    }

    @Override
    public void lock(Handle handle, String name) {
      // The transaction already holds the only write lock there is.
    }
  },

  /** A server that several machines share. */
  POSTGRESQL {
    @Override
    HikariConfig pool(String url) {
      HikariConfig pool = new HikariConfig();
      pool.setJdbcUrl(url);
      pool.setMaximumPoolSize(POSTGRESQL_CONNECTIONS);
      // What is acknowledged to a client must be on the disk, whatever the server's default is.
      pool.setConnectionInitSql("set synchronous_commit = on");
      pool.setPoolName("wan4j-postgresql");
      return pool;
    }

    @Override
    public boolean isShared() {
      return true;
    }

    @Override
    String migrations() {
      return "db/postgresql";
    }

    @Override
    public JdbcCustomization queue() {
      return new PostgreSqlJdbcCustomization(false, false);
    }

    @Override
    public void lock(Handle handle, String name) {
      handle
          .createQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
          .bind("name", name)
          .mapTo(String.class)
          .list();
    }
  };

  private static final int BUSY_MILLIS = 20_000;
  private static final int SQLITE_CONNECTIONS = 4;
  private static final int POSTGRESQL_CONNECTIONS = 8;

  /**
   * The dialect of the database at the URL.
   *
   * @throws DatabaseException when the URL names no database that is known here
   */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new DatabaseException(
        "a database URL starts with jdbc:sqlite: or jdbc:postgresql:, this one does not");
  }

  /** The pool's configuration for a database at the URL. */
  abstract HikariConfig pool(String url);

  /** Whether several machines may work with it. */
  public abstract boolean isShared();

  /** Folder of the table definitions on the class path. */
  abstract String migrations();

  /** How the queue speaks to this database. */
  public abstract JdbcCustomization queue();

  /** Until the transaction ends, no other transaction holds the lock of that name. */
  public abstract void lock(Handle handle, String name);
}
