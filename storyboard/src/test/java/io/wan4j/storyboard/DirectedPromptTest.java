package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectedPromptTest {
  private static final StoryboardParser PARSER = new StoryboardParser();
  private static final PromptRewriter REWRITER = new DirectedPrompt(PARSER);

  private static String rewritten(String prompt) {
    return REWRITER.rewrite(prompt, 5, Cutting.BY_PROMPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A cat runs on the grass", "一只小猫在草地上奔跑", "A quiet harbour", "两只企鹅"})
  void aShortPromptGainsSizeCameraAndLight(String prompt) {
    String directed = rewritten(prompt);
    Shot shot = PARSER.parse(directed, 5, Cutting.SINGLE).shots().getFirst();

    assertThat(directed).contains(prompt);
    assertThat(Language.of(directed)).isEqualTo(Language.of(prompt));
    assertThat(shot.size()).isNotEqualTo(ShotSize.UNSTATED);
    assertThat(shot.camera()).isNotEmpty();
    assertThat(shot.look().style()).isEqualTo(Look.Style.CINEMATIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A cheetah chases an antelope on the savanna",
        "Two friends hug on a rainy street",
        "A boat on the sea",
        "森林里的夜晚，一只猫头鹰",
        "一个女孩在海边跳舞"
      })
  void moodAndSoundAreAddedAndNobodyElse(String prompt) {
    Shot before = PARSER.parse(prompt, 5, Cutting.SINGLE).shots().getFirst();
    Shot after = PARSER.parse(rewritten(prompt), 5, Cutting.SINGLE).shots().getFirst();

    assertThat(after.look().moods()).isNotEmpty();
    assertThat(after.sounds()).isNotEmpty();
    assertThat(after.cast()).isEqualTo(before.cast());
    assertThat(after.setting()).isEqualTo(before.setting());
    assertThat(after.weather()).isEqualTo(before.weather());
  }

  /** Else a film would say of words that its user never wrote that they are not understood. */
  @ParameterizedTest
  @ValueSource(strings = {"english", "chinese"})
  void allThatMayBeAddedIsUnderstood(String language) {
    Properties phrases = Phrases.read(language + "/direction.properties");

    assertThat(phrases).isNotEmpty();
    assertThat(phrases.values())
        .allSatisfy(
            phrase ->
                assertThat(PARSER.parse(phrase.toString(), 5, Cutting.SINGLE).unknown())
                    .as(phrase.toString())
                    .isEmpty());
  }

  @Test
  void theWordsStayAndWhatTheySayIsNotDecidedAgain() {
    String directed = rewritten("Close-up of a sleeping fox at night, the camera pans left, anime");

    assertThat(directed).startsWith("Close-up of a sleeping fox");
    assertThat(directed).doesNotContain("Cinematic").doesNotContain("pushes in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Shot 1: a cat. Shot 2: a dog.", "[0-2s] a cat. [2-5s] a dog."})
  void nothingIsAddedToEmptyOrNumberedPrompts(String prompt) {
    assertThat(rewritten(prompt)).isEqualTo(prompt);
  }

  @Test
  void longPromptsStayAsTheyAre() {
    String prompt = "A lighthouse stands over the bay. ".repeat(20);

    assertThat(rewritten(prompt)).isEqualTo(prompt);
  }

  @Test
  void theSamePromptGivesTheSameWords() {
    assertThat(rewritten("A dog swims.")).isEqualTo(rewritten("A dog swims."));
  }

  @Test
  void whatWasUnderstoodCanBeShown() {
    Storyboard board =
        PARSER.parse("A \"bold\" fox\n runs at dawn, zorbly flimflam.", 4, Cutting.BY_PROMPT);

    assertThat(StoryboardText.lines(board)).contains("fox = fox", "run", "dawn", "flimflam");
    assertThat(StoryboardText.json(board))
        .startsWith("{\"prompt\":\"A \\\"bold\\\" fox\\n runs")
        .contains("\"species\":\"FOX\"", "\"seconds\":4.0")
        .endsWith("}");
    assertThat(StoryboardText.tree(board)).containsKeys("prompt", "shots", "unknown");
  }
}
