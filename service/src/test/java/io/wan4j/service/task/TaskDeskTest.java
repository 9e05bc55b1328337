package io.wan4j.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.Quotas;
import io.wan4j.service.Requests;
import io.wan4j.service.ServiceFixture;
import io.wan4j.service.key.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TaskDeskTest extends ServiceFixture {
  private static final Set<TaskStatus> ANY = EnumSet.allOf(TaskStatus.class);

  private TaskQuery query(String id, String model, Set<TaskStatus> statuses, int page, int size) {
    Instant now = clock.instant();
    return new TaskQuery(id, now.minus(Duration.ofHours(24)), now, model, statuses, "", page, size);
  }

  @Test
  void aTaskIsSeenByItsAccountAndByNobodyElse() {
    TaskRecord task = submit(ANN, Requests.silent("x"));

    assertThat(service.tasks().find(new Caller("ann", "another-key"), task.id())).isPresent();
    assertThat(service.tasks().find(BOB, task.id())).isEmpty();
    assertThat(service.tasks().find(ANN, "no-such-id")).isEmpty();
    assertThat(service.tasks().request(BOB, task.id())).isEmpty();
    assertThat(service.tasks().request(ANN, task.id()).map(SynthesisRequest::toJson))
        .contains(Requests.silent("x").toJson());
    assertThat(service.tasks().cancel(BOB, task.id())).isEqualTo(CancelResult.NOT_FOUND);
    assertThat(service.tasks().requestStop(BOB, task.id())).isEqualTo(StopResult.NOT_FOUND);
    assertThat(service.tasks().list(BOB, query("", "", ANY, 1, 10)).total()).isZero();
  }

  @Test
  void listsByEveryFilterAndInPages() {
    List<TaskRecord> tasks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tasks.add(submit(ANN, Requests.silent("x" + i)));
      awaitFilm(tasks.get(i));
      clock.advance(Duration.ofSeconds(1));
    }
    tasks.add(submit(new Caller("ann", "second"), Requests.sounding("break")));
    awaitStatus(tasks.get(5), TaskStatus.FAILED);

    TaskPage first = service.tasks().list(ANN, query("", "", ANY, 1, 4));
    assertThat(first.total()).isEqualTo(6);
    assertThat(first.totalPages()).isEqualTo(2);
    assertThat(first.tasks())
        .extracting(TaskRecord::id)
        .containsExactly(
            tasks.get(5).id(), tasks.get(4).id(), tasks.get(3).id(), tasks.get(2).id());
    assertThat(service.tasks().list(ANN, query("", "", ANY, 2, 4)).tasks())
        .extracting(TaskRecord::id)
        .containsExactly(tasks.get(1).id(), tasks.get(0).id());
    assertThat(service.tasks().list(ANN, query("", "", ANY, 3, 4)).tasks()).isEmpty();

    assertThat(service.tasks().list(ANN, query("", "", Set.of(TaskStatus.FAILED), 1, 10)).tasks())
        .extracting(TaskRecord::id)
        .containsExactly(tasks.get(5).id());
    assertThat(service.tasks().list(ANN, query("", "", Set.of(), 1, 10)).total()).isZero();
    assertThat(service.tasks().list(ANN, query("", "wan2.7-t2v", ANY, 1, 10)).total()).isOne();
    assertThat(service.tasks().list(ANN, query(tasks.get(2).id(), "", ANY, 1, 10)).total()).isOne();
    Instant third = tasks.get(2).submitted();
    assertThat(
            service.tasks().list(ANN, new TaskQuery("", third, third, "", ANY, "", 1, 10)).tasks())
        .extracting(TaskRecord::id)
        .containsExactly(tasks.get(2).id());
    assertThat(
            service
                .tasks()
                .list(ANN, new TaskQuery("", third, clock.instant(), "", ANY, "second", 1, 10))
                .total())
        .isOne();
  }

  @Test
  void aWaitingTaskIsTakenBackAndNeverMade() {
    TaskRecord one = submit(ANN, Requests.silent("hold"));
    TaskRecord two = submit(ANN, Requests.silent("hold"));
    awaitStatus(one, TaskStatus.RUNNING);
    awaitStatus(two, TaskStatus.RUNNING);
    TaskRecord waiting = submit(ANN, Requests.silent("never"));

    assertThat(service.tasks().cancel(ANN, waiting.id())).isEqualTo(CancelResult.CANCELED);
    assertThat(service.tasks().cancel(ANN, waiting.id())).isEqualTo(CancelResult.NOT_PENDING);
    assertThat(service.tasks().cancel(ANN, one.id())).isEqualTo(CancelResult.NOT_PENDING);
    engine.release();
    awaitFilm(one);
    awaitFilm(two);
    TaskRecord after = submit(ANN, Requests.silent("after"));
    awaitFilm(after);

    assertThat(service.tasks().find(ANN, waiting.id()).orElseThrow().status())
        .isEqualTo(TaskStatus.CANCELED);
    assertThat(engine.briefs()).noneMatch(brief -> brief.prompt().equals("never"));
  }

  @Test
  void aRunningTaskIsStopped() {
    TaskRecord task = submit(ANN, Requests.silent("hold"));
    awaitStatus(task, TaskStatus.RUNNING);

    assertThat(service.tasks().requestStop(ANN, task.id())).isEqualTo(StopResult.STOPPING);

    awaitStatus(task, TaskStatus.CANCELED);
    assertThat(service.tasks().requestStop(ANN, task.id())).isEqualTo(StopResult.ENDED);
    assertThat(service.ledger().entries("ann", clock.instant(), clock.instant().plusSeconds(1)))
        .isEmpty();
  }

  @Test
  void cancellingAndClaimingNeverBothWin() throws Exception {
    List<TaskRecord> tasks = new ArrayList<>();
    List<Future<CancelResult>> cancels = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        TaskRecord task = submit(ANN, Requests.silent("race " + i));
        tasks.add(task);
        Callable<CancelResult> cancel = () -> service.tasks().cancel(ANN, task.id());
        cancels.add(threads.submit(cancel));
      }
    }
    int canceled = 0;
    for (int i = 0; i < 30; i++) {
      TaskRecord task = tasks.get(i);
      boolean won = cancels.get(i).get() == CancelResult.CANCELED;
      canceled += won ? 1 : 0;
      awaitStatus(task, won ? TaskStatus.CANCELED : TaskStatus.SUCCEEDED);
    }
    assertThat(service.ledger().entries("ann", clock.instant(), clock.instant().plusSeconds(1)))
        .hasSize(30 - canceled);
  }

  @Test
  void cloudQuotasLetTwoRunAndTheRestWait() {
    reopen(settings().withQuotas(Quotas.CLOUD).withWork(settings().work().withSlots(4)));
    List<TaskRecord> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(submit(ANN, Requests.silent("hold " + i)));
      clock.advance(Duration.ofSeconds(1));
    }
    TaskRecord other = submit(BOB, Requests.silent("hold bob"));
    awaitStatus(other, TaskStatus.RUNNING);
    await().atMost(PATIENCE).until(() -> engine.briefs().size() == 3);

    assertThat(service.tasks().list(ANN, query("", "", Set.of(TaskStatus.RUNNING), 1, 10)).total())
        .isEqualTo(2);
    engine.release();
    tasks.forEach(this::awaitFilm);
  }

  @Test
  void cloudQuotasSlowDownSubmissions() {
    reopen(settings().withQuotas(Quotas.CLOUD));
    submit(ANN, Requests.silent("1"));
    submit(ANN, Requests.silent("2"));

    assertThatThrownBy(() -> submit(ANN, Requests.silent("3")))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> {
              assertThat(e.error().httpStatus()).isEqualTo(429);
              assertThat(e.error().code()).isEqualTo("Throttling.RateQuota");
            });
    submit(BOB, Requests.silent("1"));
    clock.advance(Duration.ofSeconds(1));
    submit(ANN, Requests.silent("3"));
  }
}
