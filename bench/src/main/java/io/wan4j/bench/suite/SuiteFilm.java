package io.wan4j.bench.suite;

import io.wan4j.storyboard.Storyboard;
import java.nio.file.Path;
import java.util.List;

/**
 * A film of the suite and what was found on it.
 *
 * @param file the MP4
 * @param study colours of each shot, for comparing places
 */
public record SuiteFilm(
    SuitePrompt prompt,
    Storyboard board,
    Path file,
    List<ShotColours> study,
    List<Finding> findings) {
  public SuiteFilm {
    study = List.copyOf(study);
    findings = List.copyOf(findings);
  }

  public boolean passed() {
    return findings.stream().allMatch(Finding::passed);
  }
}
