package io.wan4j.media;

import io.wan4j.engine.FrameSize;
import java.util.Objects;

/**
 * What a film file shall be.
 *
 * @param frameRate frames a second, 1 to 120, each shown equally long
 */
public record FilmFormat(FrameSize size, int frameRate) {
  /** Frames a second of every Wan model's file (DashScope reference, rules shared by all). */
  public static final int STANDARD_RATE = 30;

  public FilmFormat {
    Objects.requireNonNull(size, "size is null");
    if (frameRate < 1 || frameRate > 120) {
      throw new IllegalArgumentException("frame rate must be 1 to 120, was " + frameRate);
    }
  }

  /** A film of 30 frames a second. */
  public static FilmFormat of(FrameSize size) {
    return new FilmFormat(size, STANDARD_RATE);
  }
}
