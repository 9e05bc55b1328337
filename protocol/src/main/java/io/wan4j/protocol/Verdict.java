package io.wan4j.protocol;

import io.wan4j.protocol.error.WireError;

/** What came of checking a request. */
public sealed interface Verdict {
  record Accepted(VideoOrder order) implements Verdict {}

  /** The error in the cloud's words: for an answer at once, or for a task that failed. */
  record Refused(WireError error) implements Verdict {}
}
