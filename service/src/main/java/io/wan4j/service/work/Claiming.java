package io.wan4j.service.work;

import java.time.Duration;

/** What came of asking for a task. */
sealed interface Claiming {
  /** It may be worked on. */
  record Granted(Claim claim) implements Claiming {}

  /** Its account is at its limit of running tasks; ask again after the pause. */
  record Deferred(Duration pause) implements Claiming {}

  /** There is nothing left to do; the task came to its end just now. */
  record Ended() implements Claiming {}

  /** There is nothing to do: the task had ended before or is gone. */
  record Gone() implements Claiming {}
}
