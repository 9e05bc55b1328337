package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wan4j.protocol.reply.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several services on one PostgreSQL. */
@ParameterizedClass
@EnumSource(
    value = TestDatabase.class,
    names = {"POSTGRESQL"})
class SharingTest extends ProcessFixture {
  @Test
  void twoProcessesShareTheWorkAndOneFinishesWhatTheOtherLeft() throws Exception {
    Set<String> ids;
    try (ServiceProcess _ = ServiceProcess.start(data, databaseUrl, 0);
        ServiceProcess first = ServiceProcess.start(data, databaseUrl, TASKS)) {
      ids = accepted(first);
      awaitDone(4);
      first.kill();
      awaitDone(TASKS);
    }
    checkAll(ids);
  }

  @Test
  void twoServicesTakeTasksOfOneQueue() {
    ServiceSettings settings = ServiceProcess.settings(data, databaseUrl);
    GradientEngine one = new GradientEngine(2);
    GradientEngine two = new GradientEngine(2);
    try (VideoService first = VideoService.open(settings, one, Clock.systemUTC());
        VideoService second = VideoService.open(settings, two, Clock.systemUTC())) {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        VideoService desk = i % 2 == 0 ? first : second;
        ids.add(
            desk.tasks()
                .submit(ServiceProcess.CALLER, Requests.silent("hold " + i), "request")
                .id());
      }
      // Two slots each, and nothing ends before it is let go.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> one.briefs().size() == 2 && two.briefs().size() == 2);
      one.release();
      two.release();
      awaitDone(8);
      assertThat(tasks(TaskStatus.SUCCEEDED))
          .extracting(task -> task.id())
          .containsExactlyInAnyOrderElementsOf(ids);
      assertThat(one.briefs().size() + two.briefs().size()).isEqualTo(8);
    }
  }
}
