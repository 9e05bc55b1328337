package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether films of a model have sound. */
public enum SoundRule {
  /** Always; no field switches it off. */
  ALWAYS,
  /** By default; {@code parameters.audio: false} switches it off. */
  SWITCHABLE,
  /** Never. */
  SILENT;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
