package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of file an input is. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  AUDIO,
  /** A text document whose words and pictures are read. */
  DOCUMENT,
  /** A web page. */
  PAGE;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
