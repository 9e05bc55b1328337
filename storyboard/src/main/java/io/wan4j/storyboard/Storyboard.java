package io.wan4j.storyboard;

import java.util.List;
import java.util.Objects;

/**
 * A prompt understood.
 *
 * @param prompt the prompt as given
 * @param seconds length of the film
 * @param shots at least one; the first starts at 0, each starts where the one before ends, the last
 *     ends at {@code seconds}
 * @param senses words that no word file has and that were understood by their kind, in order
 * @param unknown words of the prompt that looked like they mean something to be seen or heard and
 *     were not understood, in order of appearance
 */
public record Storyboard(
    String prompt,
    Language language,
    double seconds,
    List<Shot> shots,
    List<WordSense> senses,
    List<String> unknown) {

  public Storyboard {
    Objects.requireNonNull(prompt, "prompt is null");
    Objects.requireNonNull(language, "language is null");
    shots = List.copyOf(shots);
    senses = List.copyOf(senses);
    unknown = List.copyOf(unknown);
    if (shots.isEmpty()) {
      throw new IllegalArgumentException("a storyboard needs at least one shot");
    }
  }

  /** A storyboard none of whose words needed a sense. */
  public Storyboard(
      String prompt, Language language, double seconds, List<Shot> shots, List<String> unknown) {
    this(prompt, language, seconds, shots, List.of(), unknown);
  }

  /** The shot on screen at a time of the film; the last one for times after the end. */
  public Shot at(double second) {
    for (Shot shot : shots) {
      if (second < shot.end()) {
        return shot;
      }
    }
    return shots.getLast();
  }
}
