package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In whose words the cloud tells faults; it changed with the generations of models. */
public enum Checker {
  /** 2.1 and 2.2: one sentence. */
  CLASSIC(", "),
  /** 2.5 to 2.7: {@code <text>: <path>}, several joined by {@code &}. */
  TYPED(", "),
  /** 3.0: as typed, with another way to list choices. */
  TYPED_DENSE(",");

  private final String betweenChoices;

  Checker(String betweenChoices) {
    this.betweenChoices = betweenChoices;
  }

  /** What stands between two choices but the last two. */
  public String betweenChoices() {
    return betweenChoices;
  }

  @JsonValue
  public String dataName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
