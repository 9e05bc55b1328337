package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A field of a success's {@code usage}. */
public enum UsageField {
  /** Input and output seconds that are charged. */
  DURATION,
  INPUT_VIDEO_DURATION,
  OUTPUT_VIDEO_DURATION,
  /** Always 1. */
  VIDEO_COUNT,
  /** {@code SR}: 480, 720 or 1080. */
  SR,
  /** {@code ratio}: for example 16:9. */
  RATIO,
  /** {@code size}: for example 1280*720. */
  SIZE,
  /** {@code audio}: whether the film has sound. */
  AUDIO,
  /** {@code fps}: always 30. */
  FPS,
  /** {@code video_duration}: output seconds, in older generations. */
  VIDEO_DURATION,
  /** {@code video_ratio}: the size in pixels, in older generations of text to video. */
  VIDEO_RATIO_SIZE,
  /** {@code video_ratio}: the word "standard". */
  VIDEO_RATIO_STANDARD;

  @JsonValue
  public String dataName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
