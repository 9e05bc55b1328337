package io.wan4j.service.task;

/** The road from the desk to the workers. */
public interface TaskQueue {
  /**
   * Puts the task at the end of the queue, as part of the database transaction that is open on this
   * thread.
   */
  void enqueue(String taskId);

  /** Tells the workers of this process to look at the queue now. */
  void nudge();
}
