package io.wan4j.protocol.error;

/** A request that cannot be answered otherwise than with its {@link #error()}. */
public final class WireException extends RuntimeException {
  private final transient WireError error;

  public WireException(WireError error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  public WireException(WireError error, Throwable cause) {
    super(error.code() + ": " + error.message(), cause);
    this.error = error;
  }

  public WireError error() {
    return error;
  }
}
