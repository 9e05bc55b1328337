package io.wan4j.service.task;

import io.wan4j.protocol.Bill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a task is. */
public sealed interface TaskState {
  /** Accepted, and waiting for a worker. */
  record Pending() implements TaskState {}

  /**
   * @param stage what is being done, for people: fetch, storyboard, render, …
   * @param fraction 0 to 1 of the whole work
   * @param attempt how often it has been begun, from 1
   */
  record Running(Instant scheduledAt, String stage, double fraction, int attempt)
      implements TaskState {}

  record Succeeded(Instant scheduledAt, Instant endedAt, Film film) implements TaskState {}

  /**
   * @param code for example {@code InvalidParameter}
   */
  record Failed(Instant scheduledAt, Instant endedAt, String code, String message)
      implements TaskState {}

  /** Taken back before or, by our own call, while it was made. */
  record Canceled(Instant endedAt) implements TaskState {}

  /**
   * The finished film.
   *
   * @param artifact its key in the store
   * @param frameRate of the file, frames a second
   * @param notes the engine's about how it was made, one sentence each
   * @param usageJson the {@code usage} of the reply, a JSON object
   * @param origPrompt the prompt as it came; may be empty
   * @param actualPrompt the prompt as it was rewritten; empty when the reply shall not show one
   */
  record Film(
      String artifact,
      long bytes,
      int frameRate,
      List<String> notes,
      String usageJson,
      String origPrompt,
      String actualPrompt,
      Bill bill) {}

  /** When a worker took it up, if one did. */
  default Optional<Instant> scheduled() {
    return switch (this) {
      case Pending() -> Optional.empty();
      case Running running -> Optional.of(running.scheduledAt());
      case Succeeded succeeded -> Optional.of(succeeded.scheduledAt());
      case Failed failed -> Optional.of(failed.scheduledAt());
      case Canceled canceled -> Optional.empty();
    };
  }

  /** When it came to its end, if it did. */
  default Optional<Instant> ended() {
    return switch (this) {
      case Pending() -> Optional.empty();
      case Running running -> Optional.empty();
      case Succeeded succeeded -> Optional.of(succeeded.endedAt());
      case Failed failed -> Optional.of(failed.endedAt());
      case Canceled canceled -> Optional.of(canceled.endedAt());
    };
  }
}
