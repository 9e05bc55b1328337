package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.upload.Upload;
import io.wan4j.service.upload.UploadPolicy;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest extends ServiceFixture {
  @Test
  void aTaskAndItsFilmAreGoneADayAfterItsEnd() throws Exception {
    TaskRecord task = submit(ANN, Requests.silent("x"));
    TaskState.Film film = awaitFilm(task);

    clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(service.retention().sweep()).isEqualTo(new Retention.Swept(0, 0));
    assertThat(service.tasks().find(ANN, task.id())).isPresent();

    clock.advance(Duration.ofMillis(1));
    assertThat(service.tasks().find(ANN, task.id())).isEmpty();
    assertThat(service.store().size(film.artifact())).isPresent();
    assertThat(service.retention().sweep()).isEqualTo(new Retention.Swept(1, 0));
    assertThat(service.store().size(film.artifact())).isEmpty();
    try (Stream<Path> files = Files.walk(folder.resolve("data/store"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(
            service
                .ledger()
                .entries("ann", clock.instant().minus(Duration.ofDays(2)), clock.instant()))
        .hasSize(1);
  }

  @Test
  void aTaskThatIsNotOverIsKeptHoweverOld() {
    TaskRecord task = submit(ANN, Requests.silent("hold"));
    awaitStatus(task, TaskStatus.RUNNING);
    clock.advance(Duration.ofDays(3));
    assertThat(service.retention().sweep()).isEqualTo(new Retention.Swept(0, 0));

    engine.release();
    awaitFilm(task);
    clock.advance(Duration.ofHours(23));
    assertThat(service.tasks().find(ANN, task.id())).isPresent();
  }

  @Test
  void aSweepThatBrokeOffBetweenFileAndRowIsFinishedByTheNext() {
    TaskState.Film film = awaitFilm(submit(ANN, Requests.silent("x")));
    service.store().delete(film.artifact());
    clock.advance(Duration.ofHours(25));

    assertThat(service.retention().sweep()).isEqualTo(new Retention.Swept(1, 0));
  }

  @Test
  void anUploadIsGoneAfterTwoDays() {
    UploadPolicy policy = service.uploads().policy(ANN, "m");
    Upload upload =
        service
            .uploads()
            .receive(
                Map.of(
                    "policy", policy.policy(),
                    "signature", policy.signature(),
                    "key", policy.uploadDir() + "/a.png"),
                new ByteArrayInputStream(new byte[10]));

    clock.advance(Duration.ofHours(47));
    assertThat(service.retention().sweep()).isEqualTo(new Retention.Swept(0, 0));
    clock.advance(Duration.ofHours(1));
    assertThat(service.retention().sweep()).isEqualTo(new Retention.Swept(0, 1));
    assertThat(service.store().size(upload.artifact())).isEmpty();
  }
}
