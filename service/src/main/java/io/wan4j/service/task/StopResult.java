package io.wan4j.service.task;

/** What came of asking a task to stop wherever it is: our own call, the cloud has none. */
public enum StopResult {
  /** It was waiting and will not be made. */
  CANCELED,
  /** It is being made; its worker stops at the next frame and the task ends as canceled. */
  STOPPING,
  /** It had already ended; nothing was changed. */
  ENDED,
  /** The caller has no such task. */
  NOT_FOUND
}
