package io.wan4j.media;

/** A media file could not be read or written: what was wrong, in which file, and the limit. */
public class MediaException extends RuntimeException {
  public MediaException(String message) {
    super(message);
  }

  public MediaException(String message, Throwable cause) {
    super(message, cause);
  }
}
