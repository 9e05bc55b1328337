package io.wan4j.engine.previz;

import io.wan4j.storyboard.Storyboard;
import java.util.List;

/** What a film does not show of what was asked, in plain sentences. */
final class Notes {
  private Notes() {}

  static List<String> of(Storyboard board) {
    return board.unknown().isEmpty()
        ? List.of()
        : List.of("Not understood, so not drawn: " + String.join(", ", board.unknown()) + ".");
  }
}
