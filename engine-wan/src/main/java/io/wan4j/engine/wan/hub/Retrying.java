package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Tries again what failed on the way: after a pause that doubles and is blurred, so that many do
 * not come back at once. What brings something forward starts counting anew.
 *
 * @param attempts without any progress, at least 1
 * @param first pause; later ones double up to 64 times
 * @param pause how to wait
 */
public record Retrying(int attempts, Duration first, RandomGenerator random, Pause pause) {
  private static final int MOST_DOUBLINGS = 6;

  /** How to wait. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /** Something that may fail on the way. */
  @FunctionalInterface
  interface Attempt<T> {
    T run(Counter counter) throws IOException;
  }

  /** Lets an attempt say that it got somewhere before it failed. */
  static final class Counter {
    private int failures;

    void progressed() {
      failures = 0;
    }
  }

  public static Retrying standard() {
    return new Retrying(8, Duration.ofMillis(500), RandomGenerator.getDefault(), Thread::sleep);
  }

  /**
   * @param what is tried, for the message
   * @throws HubException after too many failures in a row
   */
  <T> T run(String what, Attempt<T> attempt) {
    Counter counter = new Counter();
    while (true) {
      try {
        return attempt.run(counter);
      } catch (IOException e) {
        counter.failures++;
        if (counter.failures >= attempts) {
          throw new HubException(
              "cannot %s: %s (%d times in a row)".formatted(what, reason(e), counter.failures), e);
        }
        await(e, counter.failures);
      }
    }
  }

  private void await(IOException failure, int failures) {
    long doubled = first.toMillis() << Math.min(MOST_DOUBLINGS, failures - 1);
    Duration pauseLength = Duration.ofMillis((long) (doubled * (0.5 + random.nextDouble())));
    if (failure instanceof TemporaryRefusal refusal
        && refusal.wanted().compareTo(pauseLength) > 0) {
      pauseLength = refusal.wanted();
    }
    try {
      pause.of(pauseLength);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubException("interrupted", e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
