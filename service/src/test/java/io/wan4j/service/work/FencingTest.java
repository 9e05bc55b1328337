package io.wan4j.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.Bill;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.Quotas;
import io.wan4j.service.Requests;
import io.wan4j.service.ServiceFixture;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.database.Database;
import io.wan4j.service.ledger.Ledger;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.task.TaskTable;
import io.wan4j.service.task.TaskWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service without workers accepts; the test plays the workers. */
class FencingTest extends ServiceFixture {
  private static final Bill BILL =
      new Bill(
          BigDecimal.ZERO,
          BigDecimal.TWO,
          BigDecimal.ONE,
          BigDecimal.TWO,
          Currency.getInstance("CNY"));

  private Database database;
  private ClaimDesk desk;

  @Override
  protected ServiceSettings settings() {
    return super.settings().withWork(super.settings().work().withSlots(0));
  }

  @BeforeEach
  void connect() {
    database = Database.open(databaseUrl);
    desk =
        new ClaimDesk(
            database,
            new ClaimTable(Duration.ofHours(24)),
            new TaskTable(),
            new Ledger(database),
            Catalogue.load(),
            Quotas.NONE,
            3,
            clock);
  }

  @AfterEach
  void disconnect() {
    database.close();
  }

  private Claim claim(TaskRecord task) {
    return ((Claiming.Granted) desk.claim(task.id())).claim();
  }

  private static Outcome.Filmed filmed(Path file) {
    return new Outcome.Filmed(new Product(file, 30, List.of(), "{}", "x", "", BILL), 1);
  }

  private int entries() {
    return service.ledger().entries("ann", clock.instant(), clock.instant().plusSeconds(1)).size();
  }

  @Test
  void aRevivedWorkerWritesNothing() {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    Claim stale = claim(task);
    Claim current = claim(task);
    assertThat(current.attempt()).isEqualTo(stale.attempt() + 1);
    assertThat(current.seed()).isEqualTo(stale.seed());
    assertThat(current.artifact()).isNotEqualTo(stale.artifact());

    assertThat(desk.report(stale, new TaskProgress())).isEqualTo(Standing.LOST);
    assertThat(desk.settle(stale, new Outcome.Failed(new WireError(500, "InternalError", "x"))))
        .isFalse();
    assertThat(desk.settle(stale, filmed(folder))).isFalse();
    assertThat(desk.report(current, new TaskProgress())).isEqualTo(Standing.HELD);
    assertThat(service.tasks().find(ANN, task.id()).orElseThrow().status())
        .isEqualTo(TaskStatus.RUNNING);
    assertThat(entries()).isZero();

    assertThat(desk.settle(current, filmed(folder))).isTrue();
    assertThat(desk.settle(current, filmed(folder))).isFalse();
    assertThat(desk.settle(stale, filmed(folder))).isFalse();
    TaskState.Succeeded done =
        (TaskState.Succeeded) service.tasks().find(ANN, task.id()).orElseThrow().state();
    assertThat(done.film().artifact()).isEqualTo(current.artifact());
    assertThat(entries()).isOne();
    assertThat(desk.claim(task.id())).isInstanceOf(Claiming.Gone.class);
  }

  @Test
  void aTaskThatKillsItsWorkersIsGivenUp() {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    for (int i = 0; i < 3; i++) {
      claim(task);
    }
    assertThat(desk.claim(task.id())).isInstanceOf(Claiming.Ended.class);

    TaskState.Failed failed =
        (TaskState.Failed) service.tasks().find(ANN, task.id()).orElseThrow().state();
    assertThat(failed.code()).isEqualTo("InternalError");
  }

  @Test
  void aTaskThatWasGivenBackIsNotGivenUp() {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    for (int i = 0; i < 10; i++) {
      assertThat(desk.settle(claim(task), new Outcome.Released())).isTrue();
    }
    assertThat(desk.claim(task.id())).isInstanceOf(Claiming.Granted.class);
  }

  @Test
  void aTaskToBeStoppedEndsWhenItsWorkerDied() {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    claim(task);
    service.tasks().requestStop(ANN, task.id());

    assertThat(desk.claim(task.id())).isInstanceOf(Claiming.Ended.class);
    assertThat(service.tasks().find(ANN, task.id()).orElseThrow().status())
        .isEqualTo(TaskStatus.CANCELED);
  }

  @Test
  void aFilmThatWasOvertakenIsDeletedAndItsOvertakerKept() throws Exception {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch overtaken = new CountDownLatch(1);
    AtomicInteger films = new AtomicInteger();
    Production slowFirst =
        (claim, progress, place) -> {
          if (films.getAndIncrement() == 0) {
            begun.countDown();
            await(overtaken);
          }
          return new Product(written(place), 30, List.of(), "{}", "x", "", BILL);
        };
    try (WorkFolder one = WorkFolder.open(folder.resolve("one"));
        WorkFolder two = WorkFolder.open(folder.resolve("two"))) {
      Thread first =
          Thread.ofVirtual()
              .start(() -> worker(slowFirst, one, Duration.ofMinutes(1)).handle(task.id()));
      await(begun);
      worker(slowFirst, two, Duration.ofMinutes(1)).handle(task.id());
      overtaken.countDown();
      first.join();
    }

    TaskState.Succeeded done =
        (TaskState.Succeeded) service.tasks().find(ANN, task.id()).orElseThrow().state();
    assertThat(done.film().artifact()).isEqualTo(Claim.artifact(task.id(), 2));
    assertThat(service.store().size(Claim.artifact(task.id(), 2))).hasValue(4);
    assertThat(service.store().size(Claim.artifact(task.id(), 1))).isEmpty();
    assertThat(films).hasValue(2);
    assertThat(entries()).isOne();
  }

  @Test
  void aFilmThatHearsNothingDoesNotHangItsTask() {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    CountDownLatch testOver = new CountDownLatch(1);
    Production deaf =
        (claim, progress, place) -> {
          boolean heard = false;
          while (!heard) {
            try {
              testOver.await();
              heard = true;
            } catch (InterruptedException e) {
              // It hears nothing.
            }
          }
          throw new IllegalStateException("over");
        };
    try (WorkFolder place = WorkFolder.open(folder.resolve("one"))) {
      worker(deaf, place, Duration.ofMillis(50)).handle(task.id());
    }

    TaskState.Failed failed =
        (TaskState.Failed) service.tasks().find(ANN, task.id()).orElseThrow().state();
    assertThat(failed.code()).isEqualTo("InternalError.Timeout");
    testOver.countDown();
  }

  private Worker worker(Production production, WorkFolder place, Duration longest) {
    return new Worker(
        desk, production, service.store(), place, new TaskWatch(), longest, Duration.ofMillis(100));
  }

  private static Path written(Path place) {
    try {
      return Files.writeString(place.resolve("film.mp4"), "film");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
