package io.wan4j.engine.wan.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which pipeline runs a checkpoint. */
public enum Kind {
  /** Text to video, with one transformer or two experts. */
  TEXT,
  /** Pictures are told by channels beside the noise, in Wan 2.1 also by an image encoder. */
  IMAGE,
  /** One network for both: a given picture has timestep 0 (TI2V-5B). */
  TEXT_AND_IMAGE,
  /** A second stream over a control video and references. */
  VACE,
  /** Driven by sound (S2V). */
  SPEECH,
  /** Driven by a person's movements. */
  ANIMATE;

  /** As the data file writes it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
