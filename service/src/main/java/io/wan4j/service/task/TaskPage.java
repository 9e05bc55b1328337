package io.wan4j.service.task;

import java.util.List;

/**
 * A page of a list of tasks, the newest first.
 *
 * @param total tasks that match, on all pages
 * @param totalPages 0 when nothing matches
 */
public record TaskPage(
    List<TaskRecord> tasks, long total, int totalPages, int pageNo, int pageSize) {
  public TaskPage {
    tasks = List.copyOf(tasks);
  }
}
