package io.wan4j.media;

import io.wan4j.engine.FrameSize;
import java.util.Objects;

/**
 * How a clip is to be read.
 *
 * @param frameRate frames a second to deliver, whatever the clip's own times are, 1 to 120
 * @param startSeconds where to begin, from the clip's first picture
 * @param frameLimit frames to deliver at most
 */
public record ClipView(
    FrameSize size, Fit fit, int frameRate, double startSeconds, long frameLimit) {

  public ClipView {
    Objects.requireNonNull(size, "size is null");
    Objects.requireNonNull(fit, "fit is null");
    if (frameRate < 1 || frameRate > 120) {
      throw new IllegalArgumentException("frame rate must be 1 to 120, was " + frameRate);
    }
    if (!(startSeconds >= 0) || Double.isInfinite(startSeconds)) {
      throw new IllegalArgumentException("start must be 0 seconds or later, was " + startSeconds);
    }
    if (frameLimit < 0) {
      throw new IllegalArgumentException("frame limit must not be negative, was " + frameLimit);
    }
  }

  /** The whole clip, filling frames of the given size, 30 a second. */
  public static ClipView of(FrameSize size) {
    return new ClipView(size, Fit.COVER, FilmFormat.STANDARD_RATE, 0, Long.MAX_VALUE);
  }

  public ClipView fitted(Fit how) {
    return new ClipView(size, how, frameRate, startSeconds, frameLimit);
  }

  public ClipView atRate(int framesPerSecond) {
    return new ClipView(size, fit, framesPerSecond, startSeconds, frameLimit);
  }

  public ClipView from(double seconds) {
    return new ClipView(size, fit, frameRate, seconds, frameLimit);
  }

  public ClipView limitedTo(long frames) {
    return new ClipView(size, fit, frameRate, startSeconds, frames);
  }
}
