package io.wan4j.media;

/** The file is of a known kind, but empty, cut off or broken inside. */
public final class DamagedMediaException extends MediaException {
  public DamagedMediaException(String message) {
    super(message);
  }
}
