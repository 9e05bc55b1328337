package io.wan4j.engine.wan.checkpoint;

/** A checkpoint is not what it should be; the message names the file and the key or tensor. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckpointException(String message) {
    super(message);
  }

  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
