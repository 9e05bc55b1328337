package io.wan4j.engine.previz.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.StoryboardParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          An old man rows a boat on a lake; water
          A fisherman sits in his boat at sunrise on the sea; sea
          A boy plays with a paper boat at the river; lake
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
          A farmer drives a tractor through a wheat field; tractor
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
          A violinist plays on a rooftop; violin
          """)
  void whoDoesAThingHasInHandWhatItIsDoneWith(String prompt, String noun) {
    Shot shot = shot(prompt);
    CastMember first = shot.cast().getFirst();

    assertThat(new Possession(shot).nounHeldBy(first).orElse("")).isEqualTo(noun);
  }

  /** Who rows a boat sits in it: one to be seen, as long as the boat. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "An old man rows a boat on a lake",
        "A girl sits in a small boat on a calm lake at night",
        "A fisherman sits in his boat, at sunrise",
        "老人在湖上划船，一只小船"
      })
  void whoIsInABoatSitsInIt(String prompt) {
    List<Role> roles = Staging.of(new Casting(7), shot(prompt), 7);

    assertThat(roles).hasSize(1);
    assertThat(roles.getFirst().rig().length()).isEqualTo(300);
    assertThat(roles.getFirst().rig().natural()).isEqualTo(Motion.DRIVE);
  }

  /** Two astronauts are dressed as one is. */
  @Test
  void manyOfAProfessionLookLikeOneOfIt() {
    Rig one = Staging.of(new Casting(7), shot("An astronaut waits"), 7).getFirst().rig();
    Rig two = Staging.of(new Casting(7), shot("Two astronauts wait"), 7).getFirst().rig();

    assertThat(two.height()).isEqualTo(one.height());
    assertThat(one.height()).isNotEqualTo(heightOf("A man waits"));
  }

  private static double heightOf(String prompt) {
    return Staging.of(new Casting(7), shot(prompt), 7).getFirst().rig().height();
  }

  /** In the open people sit on the ground, lower than on a chair or at a table. */
  @Test
  void inTheOpenPeopleSitOnTheGround() {
    assertThat(headOf("A man sits in a meadow")).isLessThan(0.8 * headOf("A man sits in a room"));
    assertThat(headOf("A man sits on a chair in a meadow"))
        .isEqualTo(headOf("A man sits in a room"));
  }

  private static double headOf(String prompt) {
    Role role = Staging.of(new Casting(7), shot(prompt), 7).getFirst();
    return -role.rig().head(role.motion())[1];
  }

  /** A pirate ship is no pirate, a police car no policeman. */
  @Test
  void aNameOfSomebodyInAThingsNameIsNobody() {
    for (String prompt : List.of("A pirate ship sails", "A police car drives through the city")) {
      Shot shot = shot(prompt);
      Casting casting = new Casting(7);
      assertThat(casting.rig(casting.actors(shot).getFirst(), shot).natural())
          .as(prompt)
          .isEqualTo(Motion.DRIVE);
    }
  }

  @Test
  void aDragonThatIsFoughtIsOnTheGround() {
    Shot shot = shot("A knight fights a dragon in front of a castle");
    List<Role> roles = Staging.of(new Casting(7), shot, 7);

    assertThat(roles).hasSize(2).extracting(Role::altitude).containsOnly(0.0);
  }

  private static Shot shot(String prompt) {
    return PARSER.parse(prompt, 5, Cutting.SINGLE).shots().getFirst();
  }
}
