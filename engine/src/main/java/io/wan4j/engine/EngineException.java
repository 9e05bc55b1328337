package io.wan4j.engine;

/** The film could not be made: what was wrong, where, the limit and what to do. */
public class EngineException extends RuntimeException {
  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
