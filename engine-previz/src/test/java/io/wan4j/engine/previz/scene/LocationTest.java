package io.wan4j.engine.previz.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.StoryboardParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          A boy reads on the shore of a lake under a tree; lake+tree
          A couple stands under a cherry tree in the park; park+cherry
          樱花树下，一个女孩在公园里; park+cherry
          A lion sleeps under a tree in the savanna; savanna+acacia
          Tall trees in a forest, a tree falls; forest
          An old man stands in front of a lighthouse; cape
          Waves crash around a lighthouse in a storm; headland
          A dog runs by the sea; beach
          A surfer rides a giant wave; sea
          A ship sails the sea; sea
          A farmer walks through terraced fields; terraces
          """)
  void thePlaceIsTheOneOfTheWords(String prompt, String place) {
    assertThat(Location.of(shot(prompt)).place()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          A pineapple on the beach; pineapple
          A lighthouse at night, beams over the sea; ''
          A flying car soars over the neon city; flying car
          A dog sleeps beside a rose in the garden; dog
          Tall grass and flowers in a meadow at noon; ''
          A scientist looks through a microscope in a laboratory; scientist, microscope
          Two boys play football in a stadium; boys, football
          """)
  void whatHasADrawingIsSeenAndWhatIsOnlyAWordIsNot(String prompt, String actors) {
    assertThat(new Casting(7).actors(shot(prompt)).stream().map(CastMember::noun))
        .containsExactly(actors.isEmpty() ? new String[0] : actors.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          A man plays the guitar at a campfire; guitar
          A man sits at a campfire; ''
          A boy reads on the shore of a lake; book
          A girl reads a newspaper; newspaper
          A woman cooks at the stove; bowl
          A boy with a kite; kite
          A samurai fights in the rain; sword
          咖啡馆里，一个年轻女子坐着喝咖啡; cup
          A singer on a concert stage, she sings; microphone
          """)
  void whoDoesAThingHasInHandWhatItIsDoneWith(String prompt, String noun) {
    Shot shot = shot(prompt);
    CastMember first = shot.cast().getFirst();

    assertThat(new Possession(shot).nounHeldBy(first).orElse("")).isEqualTo(noun);
  }

  private static Shot shot(String prompt) {
    return PARSER.parse(prompt, 5, Cutting.SINGLE).shots().getFirst();
  }
}
