package io.wan4j.bench.suite;

import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.TimeOfDay;
import java.util.List;
import java.util.Optional;

/**
 * What a shot must give. What is empty is not checked.
 *
 * @param start seconds
 * @param end seconds: of the cut, or of the film's end
 * @param camera named only where the shot has one single move
 * @param cast nouns of those who must be seen
 * @param speech whether somebody speaks in it
 */
public record ExpectedShot(
    double start,
    double end,
    Optional<CameraSense> camera,
    Optional<Setting> setting,
    Optional<TimeOfDay> time,
    List<String> cast,
    boolean speech) {
  public ExpectedShot {
    cast = List.copyOf(cast);
    if (!(start >= 0 && end > start)) {
      throw new IllegalArgumentException("a shot must end after it starts: " + start + ", " + end);
    }
  }
}
