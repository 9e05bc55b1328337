package io.wan4j.engine.wan.film;

import io.wan4j.engine.Material;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import java.util.ArrayList;
import java.util.List;

/** What a film does not do of what was asked, in plain sentences. */
final class Notes {
  private Notes() {}

  static List<String> of(Assignment film) {
    List<String> notes = new ArrayList<>();
    boolean driven = film.givens().speech().isPresent();
    if (film.brief().sound() instanceof SoundPlan.Given && !driven) {
      boolean couldBe = film.brief().material() instanceof Material.FirstFrame;
      notes.add(
          "The recording was laid under the film; it did not drive the picture"
              + (couldBe ? ", which takes a speech checkpoint (S2V) that fits here." : "."));
    }
    int shots = film.plan().scenes().size();
    if (shots > 1 && film.checkpoint().family() != CheckpointKind.CONTROL) {
      notes.add(
          "Each of the %d shots was filmed for itself: %s cannot be shown the cast of the shot before."
              .formatted(shots, film.chosen().card().name()));
    }
    return notes;
  }
}
