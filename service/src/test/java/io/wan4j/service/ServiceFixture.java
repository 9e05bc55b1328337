package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.work.WorkSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A running service with the gradient engine, on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Timeout(60)
public abstract class ServiceFixture {
  protected static final Caller ANN = new Caller("ann", "key-ann");
  protected static final Caller BOB = new Caller("bob", "key-bob");
  protected static final Duration PATIENCE = Duration.ofSeconds(30);

  @Parameter protected TestDatabase kind;
  @TempDir protected Path folder;

  protected final ManualClock clock = new ManualClock();
  protected GradientEngine engine;
  protected VideoService service;
  protected String databaseUrl;

  @BeforeEach
  void open() {
    databaseUrl = kind.url(folder);
    reopen(settings());
  }

  protected final void reopen(ServiceSettings settings) {
    if (service != null) {
      service.close();
    }
    engine = new GradientEngine(4);
    service = VideoService.open(settings, engine, clock);
  }

  @AfterEach
  void close() {
    engine.release();
    service.close();
  }

  /** Two slots and quick heartbeats. */
  protected ServiceSettings settings() {
    return ServiceSettings.in(folder.resolve("data"))
        .withDatabaseUrl(databaseUrl)
        .withWork(
            new WorkSettings(
                2, Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMinutes(1), 3));
  }

  protected final TaskRecord submit(Caller caller, SynthesisRequest request) {
    return service.tasks().submit(caller, request, "request-1");
  }

  protected final TaskRecord awaitStatus(TaskRecord task, TaskStatus status) {
    Caller owner = new Caller(task.account(), task.keyId());
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                service.tasks().find(owner, task.id()).orElseThrow().status() == status
                    || service.tasks().find(owner, task.id()).orElseThrow().isOver());
    TaskRecord found = service.tasks().find(owner, task.id()).orElseThrow();
    assertThat(found.status()).as("%s", found).isEqualTo(status);
    return found;
  }

  protected final TaskState.Film awaitFilm(TaskRecord task) {
    return ((TaskState.Succeeded) awaitStatus(task, TaskStatus.SUCCEEDED).state()).film();
  }
}
