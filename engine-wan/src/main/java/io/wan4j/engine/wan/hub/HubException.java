package io.wan4j.engine.wan.hub;

/** A checkpoint could not be fetched, checked or put in place; the message says what to do. */
public final class HubException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HubException(String message) {
    super(message);
  }

  public HubException(String message, Throwable cause) {
    super(message, cause);
  }
}
