package io.wan4j.service.fetch;

import io.wan4j.protocol.error.WireError;
import io.wan4j.service.ServiceException;

/**
 * An input file could not be had. The message is for the log; what the client is told stands in
 * {@link #error()}.
 */
public final class FetchException extends ServiceException {
  private final transient WireError error;

  public FetchException(WireError error, String reason) {
    super(error.message() + ": " + reason);
    this.error = error;
  }

  public FetchException(WireError error, String reason, Throwable cause) {
    super(error.message() + ": " + reason, cause);
    this.error = error;
  }

  public WireError error() {
    return error;
  }
}
