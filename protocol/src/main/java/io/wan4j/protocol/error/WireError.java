package io.wan4j.protocol.error;

import java.util.Objects;

/**
 * An error as a client sees it.
 *
 * @param httpStatus 400 to 599: the status when the error answers a request itself. An error that
 *     ends a task is shown with status 200 inside the task's output instead (DashScope reference,
 *     error codes)
 * @param code for example {@code InvalidParameter}
 * @param message for example {@code Field required: input.media}
 */
public record WireError(int httpStatus, String code, String message) {
  public WireError {
    Objects.requireNonNull(code, "code is null");
    Objects.requireNonNull(message, "message is null");
    if (httpStatus < 400 || httpStatus > 599) {
      throw new IllegalArgumentException(
          "an error's HTTP status must be 400 to 599, was " + httpStatus + " for " + code);
    }
  }
}
