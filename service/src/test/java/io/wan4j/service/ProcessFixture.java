package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.ledger.LedgerEntry;
import io.wan4j.service.task.TaskQuery;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Watches, without working, a database on which other processes work. */
@Timeout(120)
abstract class ProcessFixture {
  protected static final int TASKS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Parameter TestDatabase kind;
  @TempDir Path folder;

  protected String databaseUrl;
  protected Path data;
  private VideoService observer;

  @BeforeEach
  void observe() {
    databaseUrl = kind.url(folder);
    data = folder.resolve("data");
    ServiceSettings settings = ServiceProcess.settings(data, databaseUrl);
    observer =
        VideoService.open(
            settings.withWork(settings.work().withSlots(0)),
            new GradientEngine(1),
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    observer.close();
  }

  protected final List<TaskRecord> tasks(TaskStatus status) {
    TaskQuery day = TaskQuery.lastDay(Instant.now());
    return observer
        .tasks()
        .list(
            ServiceProcess.CALLER,
            new TaskQuery(
                "", day.from(), day.until(), "", Set.of(status), "", 1, TaskQuery.LARGEST_PAGE))
        .tasks();
  }

  protected final void awaitDone(int count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> tasks(TaskStatus.SUCCEEDED).size() >= count);
  }

  /** So that a process that is killed at once is killed while it works, not between two films. */
  protected final void awaitDoneAndOneBegun(int count) {
    Set<String> known = new HashSet<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              boolean done = tasks(TaskStatus.SUCCEEDED).size() >= count;
              List<String> running =
                  tasks(TaskStatus.RUNNING).stream().map(TaskRecord::id).toList();
              return known.addAll(running) && done;
            });
  }

  protected static Set<String> accepted(ServiceProcess process) throws Exception {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < TASKS; i++) {
      ids.add(process.accepted());
    }
    return ids;
  }

  protected final void checkAll(Set<String> ids) throws Exception {
    List<TaskRecord> done = tasks(TaskStatus.SUCCEEDED);
    assertThat(done).extracting(TaskRecord::id).containsExactlyInAnyOrderElementsOf(ids);
    List<LedgerEntry> entries =
        observer
            .ledger()
            .entries("ann", Instant.now().minus(Duration.ofDays(1)), Instant.now().plusSeconds(1));
    assertThat(entries).extracting(LedgerEntry::taskId).containsExactlyInAnyOrderElementsOf(ids);
    Set<String> artifacts =
        done.stream()
            .map(task -> ((TaskState.Succeeded) task.state()).film().artifact())
            .collect(Collectors.toSet());
    assertThat(artifacts).hasSize(TASKS);
    try (Stream<Path> files = Files.walk(data.resolve("store"))) {
      List<Path> films = files.filter(Files::isRegularFile).toList();
      assertThat(films)
          .extracting(film -> data.resolve("store").relativize(film).toString())
          .containsExactlyInAnyOrderElementsOf(artifacts);
      for (Path film : films) {
        assertThat(((ClipFacts) MediaProbe.probe(film)).frameCount()).isEqualTo(400);
      }
    }
  }
}
