package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  private static List<CastMember> cast(String prompt) {
    return PARSER.parse(prompt, 5, Cutting.SINGLE).shots().getFirst().cast();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          An old man walks along the pier.; PERSON; OLD; MALE; WALK
          A little girl dances in the rain.; PERSON; CHILD; FEMALE; DANCE
          A leopard sleeps on a branch.; LEOPARD; UNSTATED; UNSTATED; SLEEP
          Two eagles are soaring over the ridge.; EAGLE; UNSTATED; UNSTATED; FLY
          A whale swims under the ice.; WHALE; UNSTATED; UNSTATED; SWIM
          A red bus drives through the town.; BUS; UNSTATED; UNSTATED; DRIVE
          A robot repairs a clock.; ROBOT; UNSTATED; UNSTATED; WORK
          A sailboat sails towards the horizon.; SAILING_SHIP; UNSTATED; UNSTATED; SAIL
          A helicopter hovers above the roof.; HELICOPTER; UNSTATED; UNSTATED; FLY
          The wolves ran across the snow.; WOLF; UNSTATED; UNSTATED; RUN
          A train leaves the station.; TRAIN; UNSTATED; UNSTATED; LEAVE
          一位老奶奶坐在长椅上。; PERSON; OLD; FEMALE; SIT
          小男孩在跑。; PERSON; CHILD; MALE; RUN
          一只白色的猫跳上屋顶。; CAT; UNSTATED; UNSTATED; JUMP
          骏马在草原上奔跑。; HORSE; UNSTATED; UNSTATED; RUN
          热气球飞过山谷。; BALLOON; UNSTATED; UNSTATED; FLY
          """,
      delimiter = ';')
  void speciesAgeSexAndActionAreRead(
      String prompt, Species species, CastMember.Age age, CastMember.Sex sex, Action action) {
    CastMember first = cast(prompt).getFirst();

    assertThat(first.species()).isEqualTo(species);
    assertThat(first.age()).isEqualTo(age);
    assertThat(first.sex()).isEqualTo(sex);
    assertThat(first.action()).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          She sings on a stage.; FEMALE; 1; SING
          He dances alone.; MALE; 1; DANCE
          她在舞台上唱歌。; FEMALE; 1; SING
          A couple dances in the park.; UNSTATED; 2; DANCE
          一对情侣在跳舞。; UNSTATED; 2; DANCE
          """,
      delimiter = ';')
  void whoIsOnlyAPronounOrAPairIsSeenToo(
      String prompt, CastMember.Sex sex, int count, Action action) {
    List<CastMember> cast = cast(prompt);

    assertThat(cast).hasSize(1);
    assertThat(cast.getFirst().species()).isEqualTo(Species.PERSON);
    assertThat(cast.getFirst().sex()).isEqualTo(sex);
    assertThat(cast.getFirst().count()).isEqualTo(count);
    assertThat(cast.getFirst().action()).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          An old man holds his granddaughter's hand and walks in the park.; old man; granddaughter
          A father and his son walk hand in hand along the beach.; father; son
          爷爷牵着孙女的手在公园散步。; 爷爷; 孙女
          """,
      delimiter = ';')
  void whoHoldsAHandGoesTogetherWithWhoseItIs(String prompt, String first, String second) {
    List<CastMember> cast = cast(prompt);

    assertThat(cast).extracting(CastMember::noun).contains(first, second);
    CastMember one = cast.stream().filter(member -> member.noun().equals(first)).findFirst().get();
    CastMember two = cast.stream().filter(member -> member.noun().equals(second)).findFirst().get();
    assertThat(one.holds()).contains(second);
    assertThat(one.action()).isEqualTo(Action.WALK);
    assertThat(two.action()).isEqualTo(Action.WALK);
  }

  @Test
  void aCoupleHoldsEachOther() {
    CastMember couple = cast("A couple holds hands and walks home.").getFirst();

    assertThat(couple.holds()).containsExactly("couple");
    assertThat(couple.action()).isEqualTo(Action.WALK);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          A mother elephant and her calf walk across the savanna.; ELEPHANT, ELEPHANT
          A humpback whale swims under the ice.; WHALE
          A whale and its baby swim by.; WHALE, WHALE
          A mother holds her baby.; PERSON, PERSON
          A cat sits on a windowsill and watches the rain.; CAT
          A cowboy rides a horse.; PERSON, HORSE
          A couple kisses under the Eiffel Tower.; PERSON, BUILDING
          """,
      delimiter = ';')
  void wordsThatNameOneAreOneAndTheYoungAreOfTheirKind(String prompt, String species) {
    assertThat(cast(prompt).stream().map(member -> member.species().name()))
        .containsExactly(species.split(", "));
  }

  @Test
  void behindACommaSomebodyElseActs() {
    List<CastMember> cast = cast("A grandmother by the fireplace, a cat sleeps at her feet.");

    assertThat(cast).extracting(CastMember::action).containsExactly(Action.UNSTATED, Action.SLEEP);
  }

  @Test
  void aCrowdIsMany() {
    assertThat(cast("A crowd watches.")).extracting(CastMember::count).containsExactly(12);
    assertThat(cast("观众在看。")).extracting(CastMember::count).containsExactly(12);
  }

  @Test
  void aPronounMeansWhoWasNamedAndNobodyNew() {
    assertThat(cast("A nurse enters. She sits down.")).hasSize(1);
    assertThat(cast("其他颜色的花在草地上。")).extracting(CastMember::sex).doesNotContain(CastMember.Sex.MALE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          视频1中的女孩在教室里说话; VIDEO; 1; TALK
          参考图中的女孩在海边跑步; IMAGE; 1; RUN
          The girl in Video 2 runs on a beach.; VIDEO; 2; RUN
          The girl from Image 1 runs on a beach.; IMAGE; 1; RUN
          """,
      delimiter = ';')
  void whoIsSeenInAReferenceIsThatReference(
      String prompt, MediaReference.Kind kind, int number, Action action) {
    List<CastMember> cast = cast(prompt);

    assertThat(cast).hasSize(1);
    assertThat(cast.getFirst().reference()).isEqualTo(new MediaReference(kind, number));
    assertThat(cast.getFirst().sex()).isEqualTo(CastMember.Sex.FEMALE);
    assertThat(cast.getFirst().action()).isEqualTo(action);
  }

  @Test
  void numbersColoursClothesAndLooksBelongToTheirNoun() {
    List<CastMember> cast =
        cast("Three fluffy white rabbits hop past a tall woman wearing a red coat.");

    assertThat(cast).hasSize(2);
    assertThat(cast.get(0).count()).isEqualTo(3);
    assertThat(cast.get(0).colours()).extracting(Colour::rgb).containsExactly(0xf6f4ee);
    assertThat(cast.get(0).look()).contains("fluffy");
    assertThat(cast.get(1).colours()).extracting(Colour::name).containsExactly("red");
    assertThat(cast.get(1).look()).contains("tall", "coat");
  }

  @Test
  void whoIsChasedFlees() {
    List<CastMember> chase = cast("A tiger chases a deer through the bamboo.");
    List<CastMember> behind = cast("A fleeing zebra, and behind it a lion.");
    List<CastMember> chinese = cast("猎豹追逐羚羊。");

    assertThat(chase).extracting(CastMember::action).containsExactly(Action.CHASE, Action.FLEE);
    assertThat(chase.getFirst().target()).isEqualTo("deer");
    assertThat(behind).extracting(CastMember::action).containsExactly(Action.FLEE, Action.CHASE);
    assertThat(chinese).extracting(CastMember::action).containsExactly(Action.CHASE, Action.FLEE);
  }

  @Test
  void theRiderRidesTheHorse() {
    CastMember knight = cast("A knight rides a black horse.").getFirst();

    assertThat(knight.action()).isEqualTo(Action.RIDE);
    assertThat(knight.target()).isEqualTo("horse");
  }

  @Test
  void screenDirectionsAreRead() {
    assertThat(cast("A fox enters from the left.").getFirst().heading())
        .isEqualTo(CastMember.Heading.RIGHT);
    assertThat(cast("A fox runs toward the camera.").getFirst().heading())
        .isEqualTo(CastMember.Heading.TOWARDS_CAMERA);
    assertThat(cast("小狗走向镜头。").getFirst().heading()).isEqualTo(CastMember.Heading.TOWARDS_CAMERA);
  }

  @ParameterizedTest
  @CsvSource({
    "Image 2 walks in., IMAGE, 2, ENTER",
    "Video 1 plays the guitar., VIDEO, 1, PLAY_MUSIC",
    "character3 sits down., CHARACTER, 3, SIT",
    "图2走进房间。, IMAGE, 2, WALK",
    "视频1在跳舞。, VIDEO, 1, DANCE",
    "角色1坐下。, CHARACTER, 1, SIT"
  })
  void mediaOfTheRequestAreMembers(
      String prompt, MediaReference.Kind kind, int number, Action action) {
    CastMember first = cast(prompt).getFirst();

    assertThat(first.reference()).isEqualTo(new MediaReference(kind, number));
    assertThat(first.action()).isEqualTo(action);
  }

  @Test
  void onePersonNamedTwiceIsOneMember() {
    assertThat(cast("A boy opens a box. He looks into it. The boy laughs.")).hasSize(2);
  }

  @Test
  void castPlaceAndHourHoldOnUntilAShotSaysOtherwise() {
    List<Shot> shots =
        PARSER
            .parse(
                "Shot 1: At night a nun walks her husky, a husky of grey fur, across a beach in the"
                    + " rain. Shot 2: It barks. Shot 3: A lamp in a kitchen.",
                9,
                Cutting.BY_PROMPT)
            .shots();

    assertThat(shots).extracting(Shot::time).containsOnly(TimeOfDay.NIGHT);
    assertThat(shots.get(1).setting()).isEqualTo(Setting.BEACH);
    assertThat(shots.get(1).weather()).containsExactly(Weather.RAIN);
    assertThat(shots.get(1).cast()).extracting(CastMember::species).containsExactly(Species.DOG);
    assertThat(shots.get(2).setting()).isEqualTo(Setting.KITCHEN);
    assertThat(shots.get(2).cast()).extracting(CastMember::noun).containsExactly("lamp");
  }

  @Test
  void aDescribedCastIsKnownInEveryShot() {
    List<Shot> shots =
        PARSER
            .parse(
                "Watercolour. Characters: a young girl in a yellow raincoat; a fat orange cat."
                    + " Scene: a harbour. Storyboard: 1. The girl waits. 2. The cat sleeps. 3."
                    + " Waves.",
                9,
                Cutting.BY_PROMPT)
            .shots();

    assertThat(shots).hasSize(3);
    assertThat(shots).extracting(shot -> shot.look().style()).containsOnly(Look.Style.WATERCOLOUR);
    assertThat(shots.get(0).cast()).hasSize(1);
    assertThat(shots.get(0).cast().getFirst().colours())
        .extracting(Colour::name)
        .containsExactly("yellow");
    assertThat(shots.get(1).cast().getFirst().colours())
        .extracting(Colour::name)
        .containsExactly("orange");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          马上下雨了，街道上没有车。; HORSE
          他知道这个道理。; OBJECT
          人生的风景。; PERSON
          """,
      delimiter = ';')
  void charactersInsideOtherWordsAreNotRead(String prompt, Species species) {
    assertThat(cast(prompt)).extracting(CastMember::species).doesNotContain(species);
  }
}
