package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which seconds are charged (DashScope, model pricing). */
public enum BillingRule {
  /** The film's. */
  OUTPUT,
  /**
   * The film's and of each reference video a share of 5 seconds by the number of reference videos.
   */
  REFERENCES_BY_VIDEOS,
  /**
   * The film's and of each reference video a share of 5 seconds by the number of all references.
   */
  REFERENCES_BY_ALL,
  /** The film's and the whole input videos'. */
  INPUT_AND_OUTPUT;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
