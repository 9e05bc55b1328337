package io.wan4j.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names say what a thing is; files stay short; nothing is left half done. */
class NamesTest {
  private static final int LONGEST = 400;
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Util|Utils|Manager|Helper|Helpers|Impl|Base|Common)\\.java");
  private static final Pattern EMPTY_FOLDER =
      Pattern.compile(".*/(util|utils|common|impl|manager)/.*");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
  private static final Pattern WAITING = Pattern.compile("Thread" + "\\.sleep");
  private static final Pattern OWN_VERSION =
      Pattern.compile("<version>(?!0\\.1\\.0-SNAPSHOT</version>)");

  private final Sources sources = new Sources();

  @Test
  void namesSayWhatAThingIs() {
    assertThat(offenders(".java", file -> EMPTY_NAME.matcher(sources.name(file)).matches()))
        .isEmpty();
    assertThat(offenders(".java", file -> EMPTY_FOLDER.matcher(sources.name(file)).matches()))
        .isEmpty();
  }

  @Test
  void filesStayShort() {
    assertThat(offenders(".java", file -> Sources.text(file).lines().count() > LONGEST))
        .as("files of more than %d lines", LONGEST)
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(offenders(".java", file -> UNFINISHED.matcher(Sources.text(file)).find())).isEmpty();
  }

  @Test
  void testsAwaitConditions() {
    assertThat(
            offenders(
                ".java",
                file ->
                    sources.name(file).contains("src/test")
                        && WAITING.matcher(Sources.text(file)).find()))
        .isEmpty();
  }

  @Test
  void versionsStandInTheRootPomOnly() {
    assertThat(
            offenders(
                "pom.xml",
                file ->
                    !sources.name(file).equals("pom.xml")
                        && OWN_VERSION.matcher(Sources.text(file)).find()))
        .isEmpty();
  }

  private List<String> offenders(String suffix, Predicate<Path> offends) {
    List<Path> files = sources.endingIn(suffix);
    assertThat(files).hasSizeGreaterThan(3);
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      if (offends.test(file)) {
        found.add(sources.name(file));
      }
    }
    return found;
  }
}
