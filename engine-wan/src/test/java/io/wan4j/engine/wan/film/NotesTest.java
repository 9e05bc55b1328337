package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LibtorchRequired.class)
class NotesTest {
  private static final String TWO_SHOTS =
      "Shot 1 [0-1s] a boat on the sea. Shot 2 [1-2s] a horse on a meadow.";

  @TempDir Path folder;

  @Test
  void saysWhatAFilmDoesNotDoOfWhatWasAsked() {
    try (WanEngine engine = Films.engine(folder, "tiny-t2v")) {
      try (Take take = engine.render(brief(TWO_SHOTS, 60, given()), Progress.NONE)) {
        assertThat(take.notes())
            .hasSize(2)
            .anyMatch(note -> note.startsWith("The recording was laid under the film"))
            .anyMatch(note -> note.startsWith("Each of the 2 shots was filmed for itself"));
      }
      try (Take take =
          engine.render(brief("a boat on the sea", 4, new SoundPlan.Silent()), Progress.NONE)) {
        assertThat(take.notes()).isEmpty();
      }
    }
  }

  private SoundPlan given() {
    return new SoundPlan.Given(folder.resolve("voice.wav"));
  }

  private static Brief brief(String prompt, int frames, SoundPlan sound) {
    return new Brief(
        new Material.Words(),
        prompt,
        "",
        Films.SIZE,
        Films.RATE,
        frames,
        5,
        ShotPlan.BY_PROMPT,
        sound);
  }
}
