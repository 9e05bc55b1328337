package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFilesTest {
  private static Set<String> meanings(String file) {
    Set<String> meanings = new HashSet<>();
    WordFile.read(file).forEach(entry -> meanings.add(entry.meaning()));
    return meanings;
  }

  private static <E extends Enum<E>> Set<String> names(Class<E> type, String... without) {
    Set<String> names = new HashSet<>();
    EnumSet.allOf(type).forEach(value -> names.add(value.name()));
    names.removeAll(List.of(without));
    return names;
  }

  @Test
  void everyWordFileIsWellFormed() {
    assertThat(Vocabulary.bundled().lexicon()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "chinese"})
  void everyMeaningHasWordsInBothLanguages(String language) {
    assertThat(meanings(language + "/settings.txt"))
        .containsExactlyInAnyOrderElementsOf(names(Setting.class, "UNSTATED"));
    assertThat(meanings(language + "/times.txt"))
        .containsExactlyInAnyOrderElementsOf(names(TimeOfDay.class, "UNSTATED"));
    assertThat(meanings(language + "/weather.txt"))
        .containsExactlyInAnyOrderElementsOf(names(Weather.class));
    assertThat(meanings(language + "/moods.txt"))
        .containsExactlyInAnyOrderElementsOf(names(Look.Mood.class));
    assertThat(meanings(language + "/styles.txt"))
        .containsExactlyInAnyOrderElementsOf(names(Look.Style.class, "UNSTATED"));
    assertThat(meanings(language + "/shot-sizes.txt"))
        .containsExactlyInAnyOrderElementsOf(names(ShotSize.class, "UNSTATED"));
    assertThat(meanings(language + "/actions.txt"))
        .containsExactlyInAnyOrderElementsOf(names(Action.class, "UNSTATED"));
    assertThat(meanings(language + "/sounds.txt"))
        .containsExactlyInAnyOrderElementsOf(names(SoundCue.Kind.class, "OTHER"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "chinese"})
  void everySpeciesHasAName(String language) {
    Set<String> named = new HashSet<>();
    meanings(language + "/cast.txt").forEach(meaning -> named.add(meaning.split(" ")[0]));

    assertThat(named).containsExactlyInAnyOrderElementsOf(names(Species.class, "REFERENCE"));
  }

  @Test
  void noLineNamesAWordTwice() {
    for (String file : List.of("settings", "actions", "cast", "camera", "sounds", "moods")) {
      for (WordFile.Entry entry : WordFile.read("english/" + file + ".txt")) {
        assertThat(entry.phrases()).as(entry.where()).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void theLongestPhraseWins() {
    List<Match> found =
        Vocabulary.bundled().lexicon().find(Tokenizer.tokens("the train station by the sea"));

    assertThat(found.stream().filter(m -> m.has(Sense.Being.class))).isEmpty();
    assertThat(found.stream().flatMap(m -> m.as(Sense.Place.class).stream()))
        .extracting(Sense.Place::setting)
        .containsExactly(Setting.STATION, Setting.OPEN_SEA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "runs", "ran", "RUN"})
  void inflectionsLeadToTheBaseForm(String word) {
    List<Match> found = Vocabulary.bundled().lexicon().find(Tokenizer.tokens(word));

    assertThat(found.getFirst().as(Sense.Doing.class).orElseThrow().action()).isEqualTo(Action.RUN);
  }

  @Test
  void theTextIsTakenApartWithoutLoss() {
    String text = "The cheetah's 2 paws—镜头1！";

    assertThat(Tokenizer.tokens(text))
        .extracting(token -> text.substring(token.start(), token.end()))
        .containsExactlyElementsOf(
            Arrays.asList("The", "cheetah's", "2", "paws", "—", "镜", "头", "1", "！"));
  }
}
