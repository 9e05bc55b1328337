package io.wan4j.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small films of every prompt of the suite give what their words ask for. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PromptSuiteTest {
  private static final int SHORT_SIDE = 240;
  private static final int FRAME_RATE = 10;

  @TempDir private static Path folder;

  private static List<SuiteFilm> films = new ArrayList<>();

  @BeforeAll
  static void make() {
    try (var engine = new io.wan4j.engine.previz.PrevizEngine()) {
      SuiteRun run = new SuiteRun(engine, SHORT_SIDE, FRAME_RATE);
      for (SuitePrompt prompt : PromptSuite.read()) {
        films.add(run.make(prompt, folder));
      }
    }
  }

  @Test
  void theSuiteHasPromptsOfEveryKind() {
    assertThat(films).hasSizeGreaterThanOrEqualTo(60);
    assertThat(films).filteredOn(film -> chinese(film.prompt().prompt())).hasSizeGreaterThan(6);
    assertThat(films.stream().map(film -> film.prompt().name())).doesNotHaveDuplicates();
  }

  private static boolean chinese(String text) {
    return text.codePoints()
        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
  }

  @Test
  void theWordsAreUnderstood() {
    assertThat(failed("understood")).isEmpty();
  }

  @Test
  void theCameraMovesAsAsked() {
    List<String> failed = failed("camera");
    long asked = count("camera");
    assertThat(asked).isGreaterThan(30);
    assertThat(failed)
        .as("of " + asked + " shots with a single move")
        .hasSizeLessThanOrEqualTo((int) (asked * 0.05));
  }

  @Test
  void cutsFallWhereAsked() {
    assertThat(failed("cuts")).isEmpty();
  }

  @Test
  void lightAgreesWithHourAndPlace() {
    assertThat(failed("light")).isEmpty();
  }

  @Test
  void everybodyNamedIsSeen() {
    assertThat(failed("cast")).isEmpty();
  }

  @Test
  void soundIsThereWhenItShouldBe() {
    assertThat(failed("sound")).isEmpty();
    assertThat(failed("speech")).isEmpty();
    assertThat(count("speech")).isGreaterThanOrEqualTo(4);
  }

  @Test
  void noPictureStands() {
    assertThat(failed("life")).isEmpty();
  }

  @Test
  void noTwoPlacesLookAlike() {
    List<PlaceDistances.Pair> pairs = PlaceDistances.of(films);
    assertThat(pairs).hasSizeGreaterThan(120);
    assertThat(pairs).filteredOn(pair -> pair.distance() < PlaceDistances.LEAST).isEmpty();
  }

  private static List<String> failed(String check) {
    return films.stream()
        .flatMap(
            film ->
                film.findings().stream()
                    .filter(finding -> finding.check().equals(check) && !finding.passed())
                    .map(finding -> film.prompt().name() + ": " + finding.text()))
        .toList();
  }

  private static long count(String check) {
    return films.stream()
        .flatMap(film -> film.findings().stream())
        .filter(finding -> finding.check().equals(check))
        .count();
  }
}
