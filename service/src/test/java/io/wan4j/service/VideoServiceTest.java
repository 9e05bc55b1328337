package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.ledger.LedgerEntry;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VideoServiceTest extends ServiceFixture {
  @Test
  void makesAFilmAndBillsIt() throws Exception {
    var seen = new ConcurrentLinkedQueue<TaskStatus>();
    service.tasks().onChange(record -> seen.add(record.status()));

    TaskRecord task = submit(ANN, Requests.sounding("a cat"));
    assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
    TaskState.Film film = awaitFilm(task);

    Path file = folder.resolve("film.mp4");
    try (var in = service.store().open(film.artifact(), 0, film.bytes())) {
      Files.copy(in, file);
    }
    assertThat(Files.size(file)).isEqualTo(film.bytes());
    ClipFacts clip = (ClipFacts) MediaProbe.probe(file);
    assertThat(clip.frameCount()).isEqualTo(4);
    assertThat(clip.hasSound()).isTrue();
    assertThat(film.usageJson())
        .isEqualTo(
            "{\"duration\":2,\"input_video_duration\":0,\"output_video_duration\":2,"
                + "\"video_count\":1,\"SR\":720,\"ratio\":\"16:9\"}");
    assertThat(film.origPrompt()).isEqualTo("a cat");
    assertThat(film.bill().total()).isEqualByComparingTo("1.2");
    assertThat(engine.briefs().getFirst().seed()).isEqualTo(7);
    assertThat(engine.briefs().getFirst().size()).hasToString("1280x720");

    List<LedgerEntry> entries =
        service.ledger().entries("ann", clock.instant(), clock.instant().plusSeconds(1));
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().taskId()).isEqualTo(task.id());
    assertThat(entries.getFirst().seconds()).isEqualByComparingTo("2");
    assertThat(entries.getFirst().price()).isEqualByComparingTo("1.2");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(seen)
                    .containsExactly(TaskStatus.PENDING, TaskStatus.RUNNING, TaskStatus.SUCCEEDED));
    try (Stream<Path> left = Files.walk(folder.resolve("data/work"))) {
      assertThat(left.filter(path -> path.toString().endsWith(".mp4"))).isEmpty();
    }
  }

  @Test
  void rewritesThePromptAndTellsItWhereTheModelDoes() {
    TaskState.Film old =
        awaitFilm(submit(ANN, Requests.of("wan2.2-t2v-plus", "a cat", "\"size\":\"832*480\"")));
    assertThat(old.origPrompt()).isEqualTo("a cat");
    assertThat(old.actualPrompt()).contains("a cat").hasSizeGreaterThan(20);
    assertThat(engine.briefs().getFirst().prompt()).isEqualTo(old.actualPrompt());

    TaskState.Film late =
        awaitFilm(submit(ANN, Requests.of("wan2.7-t2v", "a dog", "\"duration\":2")));
    assertThat(late.origPrompt()).isEqualTo("a dog");
    assertThat(late.actualPrompt()).isEmpty();
    assertThat(engine.briefs().getLast().prompt()).contains("a dog").hasSizeGreaterThan(20);
  }

  @Test
  void marksAFilmOnlyWhenAsked() {
    String parameters = "\"size\":\"832*480\",\"seed\":1,\"prompt_extend\":false";
    long plain = awaitFilm(submit(ANN, Requests.of("wan2.2-t2v-plus", "x", parameters))).bytes();
    long again = awaitFilm(submit(ANN, Requests.of("wan2.2-t2v-plus", "x", parameters))).bytes();
    long marked =
        awaitFilm(
                submit(
                    ANN, Requests.of("wan2.2-t2v-plus", "x", parameters + ",\"watermark\":true")))
            .bytes();

    assertThat(again).isEqualTo(plain);
    assertThat(marked).isNotEqualTo(plain);
  }

  @Test
  void aFaultyRequestIsAcceptedAndFailsInTheCloudsWords() {
    TaskRecord task = submit(ANN, Requests.of("wan2.7-t2v", "x", "\"resolution\":\"4K\""));

    TaskState.Failed failed = (TaskState.Failed) awaitStatus(task, TaskStatus.FAILED).state();
    assertThat(failed.code()).isEqualTo("InvalidParameter");
    assertThat(failed.message())
        .isEqualTo("Input should be '1080P' or '720P': parameters.resolution");
    assertThat(service.ledger().entries("ann", clock.instant(), clock.instant().plusSeconds(1)))
        .isEmpty();
  }

  @Test
  void refusesAtOnceWhenToldTo() {
    reopen(settings().withValidation(Validation.EARLY));

    assertThatThrownBy(() -> submit(ANN, Requests.of("wan2.7-t2v", "x", "\"resolution\":\"4K\"")))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("parameters.resolution");
    assertThatThrownBy(() -> submit(ANN, Requests.of("wan9", "x", "")))
        .hasMessageContaining("Model not exist.");
  }

  @Test
  void anEnginesFailureFailsTheTaskAndLeavesNothing() throws Exception {
    for (String prompt : List.of("break", "late")) {
      TaskState.Failed failed =
          (TaskState.Failed)
              awaitStatus(submit(ANN, Requests.silent(prompt)), TaskStatus.FAILED).state();
      assertThat(failed.code()).isEqualTo("InternalError.Algo");
    }
    TaskState.Failed huge =
        (TaskState.Failed)
            awaitStatus(submit(ANN, Requests.silent("huge")), TaskStatus.FAILED).state();
    assertThat(huge.message()).contains("900 GB");
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      assertThat(files.map(Path::toString).filter(name -> name.contains(".mp4"))).isEmpty();
    }
  }

  @Test
  void anInputThatCannotBeHadFailsTheTask() {
    TaskRecord task =
        submit(
            ANN,
            io.wan4j.protocol.SynthesisRequest.parse(
                "{\"model\":\"wan2.2-i2v-flash\",\"input\":{\"img_url\":\"http://127.0.0.1:1/a.png\"}}"));

    TaskState.Failed failed = (TaskState.Failed) awaitStatus(task, TaskStatus.FAILED).state();
    assertThat(failed.code()).isEqualTo("InvalidParameter");
    assertThat(failed.message()).startsWith("Failed to download http://127.0.0.1:1/a.png");
  }

  @Test
  void aTaskThatTakesTooLongFails() {
    ServiceSettings brief =
        settings()
            .withWork(
                new io.wan4j.service.work.WorkSettings(
                    2, Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(300), 3));
    reopen(brief);

    TaskState.Failed failed =
        (TaskState.Failed)
            awaitStatus(submit(ANN, Requests.silent("hold")), TaskStatus.FAILED).state();
    assertThat(failed.code()).isEqualTo("InternalError.Timeout");
  }

  @Test
  void startsWithinATenthOfASecond() {
    awaitFilm(submit(ANN, Requests.silent("warm up")));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      var started = new java.util.concurrent.CountDownLatch(1);
      try (var _ =
          service
              .tasks()
              .onChange(
                  record -> {
                    if (record.status() == TaskStatus.RUNNING) {
                      started.countDown();
                    }
                  })) {
        long start = System.nanoTime();
        TaskRecord task = submit(ANN, Requests.silent("x"));
        assertThat(started.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        best = Math.min(best, System.nanoTime() - start);
        awaitFilm(task);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void whatWasBegunIsFinishedByTheNextService() {
    TaskRecord task = submit(ANN, Requests.silent("hold"));
    // A task runs before its brief has reached the engine.
    await().until(() -> !engine.briefs().isEmpty());
    long seed = engine.briefs().getFirst().seed();

    reopen(settings());
    engine.release();

    awaitFilm(task);
    assertThat(engine.briefs().getFirst().seed()).isEqualTo(seed);
  }
}
