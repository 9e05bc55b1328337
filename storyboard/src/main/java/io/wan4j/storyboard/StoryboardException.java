package io.wan4j.storyboard;

/** A word file of this module is damaged, or a storyboard was asked for that cannot exist. */
public final class StoryboardException extends RuntimeException {
  public StoryboardException(String message) {
    super(message);
  }

  public StoryboardException(String message, Throwable cause) {
    super(message, cause);
  }
}
