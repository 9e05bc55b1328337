package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a field must be there. */
public enum Need {
  ALWAYS,
  OPTIONAL,
  /** Unless {@code input.template} is given. */
  WITHOUT_TEMPLATE,
  /** Unless {@code input.media} is given. */
  WITHOUT_MEDIA;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
