package io.wan4j.media;

/** The file is not of a kind that is read here, or not of the kind that was asked for. */
public final class UnknownMediaException extends MediaException {
  public UnknownMediaException(String message) {
    super(message);
  }
}
