package io.wan4j.service.work;

/** How a claim stands. */
enum Standing {
  /** The task is ours. */
  HELD,
  /** The task is ours, and its owner wants it stopped. */
  STOP_WANTED,
  /** The task has been given to somebody else, or is gone. */
  LOST
}
