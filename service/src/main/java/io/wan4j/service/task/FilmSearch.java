package io.wan4j.service.task;

import io.wan4j.protocol.reply.TaskStatus;
import java.util.Set;

/**
 * Which tasks a person looks for; an empty text filters nothing.
 *
 * @param words part of the prompt, the model's name or the task's id, in any case
 * @param statuses which states; all of them filters nothing
 * @param keptOnly only those that do not expire
 * @param pageNo from 1
 * @param pageSize 1 to {@value TaskQuery#LARGEST_PAGE}
 */
public record FilmSearch(
    String words, Set<TaskStatus> statuses, boolean keptOnly, int pageNo, int pageSize) {
  public FilmSearch {
    words = words.strip();
    statuses = Set.copyOf(statuses);
    if (pageNo < 1) {
      throw new IllegalArgumentException("page_no must be at least 1, was " + pageNo);
    }
    if (pageSize < 1 || pageSize > TaskQuery.LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "page_size must be 1 to " + TaskQuery.LARGEST_PAGE + ", was " + pageSize);
    }
  }
}
