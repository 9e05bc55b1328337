package io.wan4j.media;

/** The file claims more pixels, bytes or streams than {@link MediaLimits} allow. */
public final class OversizedMediaException extends MediaException {
  public OversizedMediaException(String message) {
    super(message);
  }
}
