package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a model is sold for. A label for lists; no rule hangs on it. */
public enum Family {
  TEXT_TO_VIDEO,
  IMAGE_TO_VIDEO,
  FIRST_AND_LAST_FRAME_TO_VIDEO,
  REFERENCE_TO_VIDEO,
  VIDEO_EDIT,
  /** Several tasks chosen by {@code input.function}. */
  VACE,
  /** All tasks in one, told apart by the media given. */
  GENERAL;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
