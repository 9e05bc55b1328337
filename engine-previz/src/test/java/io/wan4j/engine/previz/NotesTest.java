package io.wan4j.engine.previz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever asked hears what of it is not in the film. */
class NotesTest {
  @Test
  void aNounThatMeansNothingIsNamed() {
    assertThat(notes("A zorblax walks through a meadow."))
        .containsExactly("Not understood, so not drawn: zorblax.");
  }

  @Test
  void aFilmThatShowsAllSaysNothing() {
    assertThat(notes("A cat walks through a meadow.")).isEmpty();
  }

  private static List<String> notes(String prompt) {
    Storyboard board = new StoryboardParser().parse(prompt, 5, Cutting.BY_PROMPT);
    return Notes.of(board);
  }
}
