package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.protocol.error.WireException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void bodiesTogetherStayWithinIt() {
    BodyBudget budget = new BodyBudget(10 * MEGABYTE, 6 * MEGABYTE, SHORT);
    BodyBudget.Part first = budget.take(6 * MEGABYTE);
    assertThatThrownBy(() -> budget.take(6 * MEGABYTE))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.error().httpStatus()).isEqualTo(429));
    try (BodyBudget.Part _ = budget.take(4 * MEGABYTE)) {
      assertThatThrownBy(() -> budget.take(MEGABYTE)).isInstanceOf(WireException.class);
    }
    first.close();
    budget.take(6 * MEGABYTE).close();
  }

  @Test
  void aBodyOfUnknownLengthCountsAsTheLargest() {
    BodyBudget budget = new BodyBudget(10 * MEGABYTE, 6 * MEGABYTE, SHORT);
    try (BodyBudget.Part _ = budget.take(-1)) {
      assertThatThrownBy(() -> budget.take(5 * MEGABYTE)).isInstanceOf(WireException.class);
    }
  }

  @Test
  void oneBodyAlwaysFitsAndWordsAreNotCounted() {
    BodyBudget budget = new BodyBudget(1, 6 * MEGABYTE, SHORT);
    try (BodyBudget.Part _ = budget.take(7L * MEGABYTE);
        BodyBudget.Part words = budget.take(2_000)) {
      assertThat(words).isNotNull();
    }
  }

  @Test
  void whoWaitsHasItsTurn() throws Exception {
    BodyBudget budget = new BodyBudget(MEGABYTE, MEGABYTE, Duration.ofSeconds(30));
    BodyBudget.Part first = budget.take(MEGABYTE);
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(() -> budget.take(MEGABYTE).close());
    assertThat(second).isNotDone();
    first.close();
    second.get(20, TimeUnit.SECONDS);
  }
}
