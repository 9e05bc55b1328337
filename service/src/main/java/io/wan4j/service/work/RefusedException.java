package io.wan4j.service.work;

import io.wan4j.protocol.error.WireError;
import io.wan4j.service.ServiceException;

/** The request cannot be followed; the client is told {@link #error()}. */
final class RefusedException extends ServiceException {
  private final transient WireError error;

  RefusedException(WireError error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  RefusedException(WireError error, Throwable cause) {
    super(error.code() + ": " + error.message(), cause);
    this.error = error;
  }

  WireError error() {
    return error;
  }
}
