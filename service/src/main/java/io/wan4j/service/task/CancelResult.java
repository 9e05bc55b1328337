package io.wan4j.service.task;

/** What came of taking back a task (DashScope reference, cancel task). */
public enum CancelResult {
  /** It was waiting and will not be made. */
  CANCELED,
  /** It is being made or has ended; nothing was changed. */
  NOT_PENDING,
  /** The caller has no such task. */
  NOT_FOUND
}
