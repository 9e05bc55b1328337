package io.wan4j.service.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one database of the service: connections, tables and transactions. Everything the queue
 * writes through {@link #transactionalSource()} belongs to the transaction that is open on the
 * calling thread.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final ScopedValue<Connection> OPEN = ScopedValue.newInstance();

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.dialect = dialect;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Connects and brings the tables up to date.
   *
   * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://…}
   * @throws DatabaseException when it cannot be reached or is newer than this program
   */
  public static Database open(String url) {
    Dialect dialect = Dialect.of(url);
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(dialect.pool(url));
    } catch (RuntimeException e) {
      throw new DatabaseException("cannot open the database " + withoutSecrets(url), e);
    }
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/every", "classpath:" + dialect.migrations())
          .load()
          .migrate();
      return new Database(pool, dialect);
    } catch (RuntimeException e) {
      pool.close();
      throw new DatabaseException(
          "cannot bring the tables of " + withoutSecrets(url) + " up to date", e);
    }
  }

  /** The part of the URL before its parameters, which may hold a password. */
  private static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Runs the work on a connection without a transaction: reads, or one statement. */
  public <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /** Whether the database can be asked; what keeps it from answering is logged. */
  public boolean answers() {
    try {
      return read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (JdbiException e) {
      LOG.warn("the database does not answer: {}", e.getMessage());
      return false;
    }
  }

  /** Runs the work in one transaction, which is undone when it throws. */
  public <T> T transact(Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> ScopedValue.where(OPEN, handle.getConnection()).call(() -> work.apply(handle)));
  }

  /** Connections of the pool, each a transaction of its own. */
  public DataSource source() {
    return pool;
  }

  /** Inside {@link #transact} the connection of that transaction, otherwise as {@link #source}. */
  public DataSource transactionalSource() {
    return new TransactionalSource(pool, OPEN);
  }

  @Override
  public void close() {
    pool.close();
  }
}
