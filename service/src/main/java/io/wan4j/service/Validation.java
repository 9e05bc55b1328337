package io.wan4j.service;

/** When a request that cannot work is refused. */
public enum Validation {
  /**
   * As the cloud does it: the request is accepted and the task fails a moment later (DashScope
   * reference, "two places" of errors).
   */
  LATE,
  /** At once, before there is a task. */
  EARLY
}
