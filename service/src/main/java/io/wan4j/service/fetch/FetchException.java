package io.wan4j.service.fetch;

import io.wan4j.protocol.error.WireError;
import io.wan4j.service.ServiceException;

/**
 * An input file could not be had. The message is for the log and leaves out the URL's query, which
 * may hold a signature; what the client is told stands in {@link #error()}.
 */
public final class FetchException extends ServiceException {
  private final transient WireError error;

  FetchException(WireError error, String place, String reason, Throwable cause) {
    super("cannot fetch " + place + ": " + reason, cause);
    this.error = error;
  }

  public WireError error() {
    return error;
  }
}
