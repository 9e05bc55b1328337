package io.wan4j.service.work;

import io.wan4j.protocol.error.WireError;

/** How an attempt at a task came out. */
sealed interface Outcome {
  /** The film lies in the store and may be shown. */
  record Filmed(Product product, long bytes) implements Outcome {}

  record Failed(WireError error) implements Outcome {}

  /** The owner wanted it stopped. */
  record Stopped() implements Outcome {}

  /** The service closes; the task waits for the next worker. */
  record Released() implements Outcome {}

  /** Somebody else has the task now. */
  record Lost() implements Outcome {}
}
