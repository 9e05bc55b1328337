package io.wan4j.engine.wan.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import io.wan4j.engine.Material;
import java.util.Locale;

/** What a checkpoint is asked for. */
public enum Task {
  /** Words alone. */
  TEXT,
  /** A picture is frame 0. */
  FIRST_FRAME,
  /** A picture is frame 0, another the last frame. */
  FIRST_AND_LAST_FRAME,
  /** The film goes on from a clip. */
  CONTINUATION,
  /** Pictures or clips show who and what is in the film. */
  REFERENCES,
  /** A clip is changed: edited, painted anew, filled in, widened, extended. */
  EDIT,
  /** A picture speaks or sings what a recording says. */
  SPEECH,
  /** A picture moves as the person in a clip does. */
  ANIMATE;

  /** The task that a brief's material sets; driving sound is the caller's to look for. */
  public static Task of(Material material) {
    return switch (material) {
      case Material.Words _ -> TEXT;
      case Material.FirstFrame _ -> FIRST_FRAME;
      case Material.Effect _ -> FIRST_FRAME;
      case Material.FirstAndLastFrame _ -> FIRST_AND_LAST_FRAME;
      case Material.Continuation _ -> CONTINUATION;
      case Material.ContinuationToFrame _ -> CONTINUATION;
      case Material.References _ -> REFERENCES;
      case Material.ReferencesFromFrame _ -> REFERENCES;
      case Material.Edit _ -> EDIT;
      case Material.Repaint _ -> EDIT;
      case Material.MaskedEdit _ -> EDIT;
      case Material.Extension _ -> EDIT;
      case Material.Outpaint _ -> EDIT;
    };
  }

  /** As the data file writes it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word().replace('_', ' ');
  }
}
