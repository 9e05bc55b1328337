package io.wan4j.service.task;

/** What came of asking for a film to be kept, or to be kept no longer: our own call. */
public enum KeepResult {
  /** As asked for; also when it was so before. */
  DONE,
  /** The task has no film (yet). */
  NO_FILM,
  /** The caller has no such task. */
  NOT_FOUND
}
