package io.wan4j.protocol.reply;

/** Where a task is in its life, in the wire's own words. */
public enum TaskStatus {
  PENDING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELED,
  /** There is no such task, or it is older than its retention. Final, and answered with 200. */
  UNKNOWN;

  /** Whether it stays so. */
  public boolean isFinal() {
    return this != PENDING && this != RUNNING;
  }
}
