package io.wan4j.service.task;

import io.wan4j.protocol.reply.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which tasks to list (DashScope reference, list tasks). An empty text filters nothing.
 *
 * @param from first moment of submission
 * @param until last moment of submission
 * @param statuses which states; all of them filters nothing
 * @param pageNo from 1
 * @param pageSize 1 to {@value #LARGEST_PAGE}
 */
public record TaskQuery(
    String taskId,
    Instant from,
    Instant until,
    String model,
    Set<TaskStatus> statuses,
    String keyId,
    int pageNo,
    int pageSize) {
  /** The cloud states no maximum; more would only make one reply slow. */
  public static final int LARGEST_PAGE = 100;

  public static final int USUAL_PAGE = 10;

  public TaskQuery {
    statuses = Set.copyOf(statuses);
    if (pageNo < 1) {
      throw new IllegalArgumentException("page_no must be at least 1, was " + pageNo);
    }
    if (pageSize < 1 || pageSize > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "page_size must be 1 to " + LARGEST_PAGE + ", was " + pageSize);
    }
  }

  /** Everything submitted in the 24 hours before the moment, first page. */
  public static TaskQuery lastDay(Instant now) {
    return new TaskQuery(
        "",
        now.minus(Duration.ofHours(24)),
        now,
        "",
        EnumSet.allOf(TaskStatus.class),
        "",
        1,
        USUAL_PAGE);
  }
}
