package io.wan4j.media;

/** FFmpeg's native libraries are not there for this operating system and processor. */
public final class MissingNativesException extends MediaException {
  public MissingNativesException(String message, Throwable cause) {
    super(message, cause);
  }
}
