package io.wan4j.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.wan4j.service.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DatabaseTest {
  private static final OneTimeTask<Void> JOB =
      Tasks.oneTime("job", Void.class).execute((instance, context) -> {});

  @Parameter TestDatabase kind;
  @TempDir Path folder;

  private String url;
  private Database database;

  @BeforeEach
  void open() {
    url = kind.url(folder);
    database = Database.open(url);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private int count(String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private static void insertKey(Handle handle, String id) {
    handle
        .createUpdate(
            "insert into api_key (id, account, prefix, hash, label, created, revoked)"
                + " values (:id, 'a', 'p', :id, '', 0, 0)")
        .bind("id", id)
        .execute();
  }

  @Test
  void theQueueTakesPartInTheTransaction() {
    SchedulerClient client =
        SchedulerClient.Builder.create(database.transactionalSource(), JOB)
            .jdbcCustomization(database.dialect().queue())
            .build();

    assertThatThrownBy(
            () ->
                database.transact(
                    handle -> {
                      insertKey(handle, "lost");
                      client.scheduleIfNotExists(JOB.instance("lost"), Instant.now());
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
    assertThat(count("scheduled_tasks")).isZero();
    assertThat(count("api_key")).isZero();

    database.transact(
        handle -> {
          insertKey(handle, "kept");
          return client.scheduleIfNotExists(JOB.instance("kept"), Instant.now());
        });
    assertThat(count("scheduled_tasks")).isOne();
    assertThat(count("api_key")).isOne();
    client.scheduleIfNotExists(JOB.instance("alone"), Instant.now());
    assertThat(count("scheduled_tasks")).isEqualTo(2);
  }

  @Test
  void aSecondOpeningFindsTheTablesAsTheyAre() {
    database.transact(
        handle -> {
          insertKey(handle, "one");
          return null;
        });
    try (Database again = Database.open(url)) {
      assertThat(
              again.<String>read(
                  handle -> handle.createQuery("select id from api_key").mapTo(String.class).one()))
          .isEqualTo("one");
    }
  }

  @Test
  void writersThatReadFirstWaitForOneAnother() throws Exception {
    database.transact(
        handle -> {
          insertKey(handle, "counter");
          return null;
        });
    List<Future<Integer>> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        Callable<Integer> increment =
            () ->
                database.transact(
                    handle -> {
                      database.dialect().lock(handle, "counter");
                      long value =
                          handle.createQuery("select created from api_key").mapTo(Long.class).one();
                      return handle
                          .createUpdate("update api_key set created = :value")
                          .bind("value", value + 1)
                          .execute();
                    });
        done.add(threads.submit(increment));
      }
    }
    for (Future<Integer> increment : done) {
      assertThat(increment.get()).isOne();
    }
    assertThat(
            database.<Long>read(
                handle ->
                    handle.createQuery("select created from api_key").mapTo(Long.class).one()))
        .isEqualTo(40);
  }

  @Test
  void aCommitIsKeptWhenTheProcessIsKilled() {
    if (database.dialect() == Dialect.SQLITE) {
      assertThat(pragma("journal_mode")).isEqualTo("wal");
      assertThat(pragma("synchronous")).isEqualTo("1");
      assertThat(pragma("foreign_keys")).isEqualTo("1");
      assertThat(pragma("busy_timeout")).isEqualTo("20000");
    } else {
      assertThat(
              database.<String>read(
                  handle ->
                      handle.createQuery("show synchronous_commit").mapTo(String.class).one()))
          .isEqualTo("on");
    }
  }

  private String pragma(String name) {
    return database.read(handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
  }
}
