package io.wan4j.service.task;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Counts the submissions of the last second, by account and model. Each process counts its own; the
 * cloud's number is for all of an account's keys together.
 */
public final class SubmissionRate {
  private static final long WINDOW_MILLIS = 1000;
  private static final int SWEEP_ABOVE = 1000;

  private record Meter(String account, String model) {}

  private final Map<Meter, Deque<Long>> meters = new HashMap<>();
  private final Clock clock;

  public SubmissionRate(Clock clock) {
    this.clock = clock;
  }

  /** Whether one more is within the limit; if so it is counted. */
  synchronized boolean admits(String account, String model, int perSecond) {
    long now = clock.millis();
    if (meters.size() > SWEEP_ABOVE) {
      sweep(now);
    }
    Deque<Long> times =
        meters.computeIfAbsent(new Meter(account, model), key -> new ArrayDeque<>());
    forget(times, now);
    if (times.size() >= perSecond) {
      return false;
    }
    times.addLast(now);
    return true;
  }

  private void sweep(long now) {
    Iterator<Deque<Long>> all = meters.values().iterator();
    while (all.hasNext()) {
      Deque<Long> times = all.next();
      forget(times, now);
      if (times.isEmpty()) {
        all.remove();
      }
    }
  }

  private static void forget(Deque<Long> times, long now) {
    while (!times.isEmpty() && times.peekFirst() <= now - WINDOW_MILLIS) {
      times.removeFirst();
    }
  }
}
