package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.reply.TaskStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was accepted is made exactly once, though the process that made it is killed. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class KillTest extends ProcessFixture {
  @Test
  void everythingAcceptedIsMadeOnceAfterAKill() throws Exception {
    Set<String> ids;
    try (ServiceProcess first = ServiceProcess.start(data, databaseUrl, TASKS)) {
      ids = accepted(first);
      awaitDoneAndOneBegun(4);
      first.kill();
    }
    assertThat(tasks(TaskStatus.SUCCEEDED).size()).isBetween(4, TASKS - 1);
    assertThat(tasks(TaskStatus.RUNNING)).isNotEmpty();

    try (ServiceProcess _ = ServiceProcess.start(data, databaseUrl, 0)) {
      awaitDone(TASKS);
    }
    checkAll(ids);
  }
}
