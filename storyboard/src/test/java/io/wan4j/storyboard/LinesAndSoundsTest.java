package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesAndSoundsTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  private static Shot shot(String prompt) {
    return PARSER.parse(prompt, 8, Cutting.SINGLE).shots().getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A sailor says, \"We leave at dawn.\"",
        "A sailor says: “We leave at dawn.”",
        "A sailor asks, 'We leave at dawn.'",
        "A sailor whispers ‘We leave at dawn.’ to the crew.",
        "A sailor replies, ''We leave at dawn.'' and turns.",
        "\"We leave at dawn.\" says a sailor.",
        "Sailor: \"We leave at dawn.\"",
        "A sailor stands on deck. He shouts: \"We leave at dawn.\"",
      })
  void englishLinesAreFoundInAllQuotes(String prompt) {
    List<SpokenLine> lines = shot(prompt).lines();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().text()).isEqualTo("We leave at dawn.");
    if (!prompt.startsWith("\"")) {
      assertThat(lines.getFirst().speaker()).isEqualToIgnoringCase("sailor");
    }
    assertThat(lines.getFirst().language()).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "老师说：“我们走吧。”",
        "老师笑着说：「我们走吧。」",
        "老师问道：『我们走吧。』",
        "老师大喊\"我们走吧。\"",
        "老师说：我们走吧。",
      })
  void chineseLinesAreFoundInAllQuotes(String prompt) {
    List<SpokenLine> lines = shot(prompt).lines();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().text()).isEqualTo("我们走吧。");
    assertThat(lines.getFirst().speaker()).isEqualTo("老师");
    assertThat(lines.getFirst().language()).isEqualTo(Language.CHINESE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cheetah's paws and the dogs' tails; it's a rock 'n' roll kind of day, isn't it?",
        "He walks the dogs' path, and the boys' bikes stand by.",
        "The cheetah''s forelegs almost touch the antelope''s rear.",
        "A sign that reads \"OPEN\" hangs over the shop of 'The Blue Door'.",
        "A blend of \"adorable\" and \"majestic\".",
      })
  void apostrophesAndLabelsAreNotSpeech(String prompt) {
    assertThat(shot(prompt).lines()).isEmpty();
  }

  @Test
  void twoSpeakersTakeTurns() {
    Shot shot =
        shot(
            "A boy asks, 'Where's your dog?' A girl answers, 'It's at my friends' house.' Then he"
                + " says, 'Oh.'");

    assertThat(shot.lines())
        .extracting(SpokenLine::text)
        .containsExactly("Where's your dog?", "It's at my friends' house.", "Oh.");
    assertThat(shot.lines()).extracting(SpokenLine::speaker).containsExactly("boy", "girl", "boy");
    for (int i = 1; i < 3; i++) {
      assertThat(shot.lines().get(i).start()).isGreaterThan(shot.lines().get(i - 1).end());
    }
  }

  @Test
  void moreLinesThanTimeAreSqueezedIntoTheShot() {
    Shot shot = shot("A man says, \"" + "and so it goes ".repeat(40) + "\" and says, \"the end.\"");

    assertThat(shot.lines()).hasSize(2);
    assertThat(shot.lines()).allMatch(line -> line.start() >= 0 && line.end() <= 8);
    assertThat(shot.lines().get(1).start()).isGreaterThanOrEqualTo(shot.lines().get(0).end());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          A man whispers, "Quiet."; WHISPER
          A man shouts, "Stop!"; SHOUT
          A woman says softly, "Sleep now."; GENTLE
          A rapper raps, "One two three."; RAP
          小女孩开心地说：“真好！”; HAPPY
          他低声说：“小心。”; WHISPER
          """,
      delimiter = ';',
      quoteCharacter = '|')
  void theToneIsRead(String prompt, SpokenLine.Tone tone) {
    assertThat(shot(prompt).lines().getFirst().tone()).isEqualTo(tone);
  }

  @Test
  void wordsInQuotesDoNotBuildTheScene() {
    Shot shot = shot("A baker in a bakery says, \"Dark clouds hang over the desert tonight.\"");

    assertThat(shot.setting()).isEqualTo(Setting.BAKERY);
    assertThat(shot.weather()).isEmpty();
    assertThat(shot.time()).isEqualTo(TimeOfDay.UNSTATED);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          The sound of footsteps in a corridor.; FOOTSTEPS
          A pumpkin breaks with a "CRACK".; CRACK
          A swelling symphonic score.; MUSIC
          An increasingly dense drumbeat.; DRUMS
          A man plays the guitar.; GUITAR
          Waves crash on rocks.; SEA
          The audience breaks into applause.; APPLAUSE
          A horse gallops over the plain.; HOOFBEATS
          Nothing but rap, with no other sound.; NOTHING_ELSE
          远处传来钟声。; BELL
          雨声淅沥。; RAIN
          女孩弹着钢琴。; PIANO
          """,
      delimiter = ';',
      quoteCharacter = '|')
  void soundsAreNamedOrImplied(String prompt, SoundCue.Kind kind) {
    assertThat(shot(prompt).sounds()).extracting(SoundCue::kind).contains(kind);
  }
}
