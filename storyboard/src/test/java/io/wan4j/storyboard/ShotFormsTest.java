package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShotFormsTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  private static Storyboard parse(String prompt, double seconds) {
    return PARSER.parse(prompt, seconds, Cutting.BY_PROMPT);
  }

  private static double[] starts(Storyboard board) {
    return board.shots().stream().mapToDouble(Shot::start).toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shot 1 A fox wakes. Shot 2 It crosses the ice. Shot 3 It finds a hare.",
        "Shot 1: A fox wakes. Shot 2: It crosses the ice. Shot 3: It finds a hare.",
        "SHOT 1 - a fox wakes\nSHOT 2 - it crosses the ice\nSHOT 3 - it finds a hare",
        "**Shot one**: a fox wakes. **Shot two**: it crosses the ice. **Shot three**: it meets a"
            + " hare.",
        "Scene 1: A fox wakes. Scene 2: It crosses the ice. Scene 3: It finds a hare.",
        "First shot: a fox wakes. Second shot: it crosses the ice. Final shot: it finds a hare.",
        "In the first shot, a fox wakes. In the second shot, it crosses ice. In the third shot, a"
            + " hare.",
        "Storyboard: 1. Wide shot: A fox wakes. 2. Medium shot: It walks. 3. Final shot: A hare.",
        "镜头1：狐狸醒来。镜头2：它走过冰面。镜头3：它遇见一只兔子。",
        "镜头一，狐狸醒来。镜头二，它走过冰面。镜头三，它遇见一只兔子。",
        "第一个镜头：狐狸醒来。第二个镜头：它走过冰面。最后一个镜头：它遇见一只兔子。",
        "分镜1：狐狸醒来；分镜2：它走过冰面；分镜3：它遇见一只兔子。",
        "1、狐狸醒来。2、它走过冰面。3、它遇见一只兔子。",
        "[0-2s] A fox wakes. [2-4s] It crosses the ice. [4-6s] It finds a hare.",
        "A fox wakes. Cut to: it crosses the ice. Cut to: it finds a hare.",
      })
  void everyFormOfThreeShotsIsThreeShots(String prompt) {
    Storyboard board = parse(prompt, 9);

    assertThat(board.shots()).hasSize(3);
    assertThat(board.shots().getLast().text()).containsAnyOf("hare", "兔子");
    assertThat(board.shots().getFirst().text()).doesNotContain("ice").doesNotContain("冰");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shot 1 [0-2s]: a kite. Shot 2 [2-7s]: a boat. Shot 3 [7-10s]: a train.",
        "Shot 1 [0s-2s] a kite. Shot 2 [2s-7s] a boat. Shot 3 [7s-10s] a train.",
        "Shot 1 (0-2 sec): a kite. Shot 2 (2-7 sec): a boat. Shot 3 (7-10 sec): a train.",
        "Shot 1 (2s): a kite. Shot 2 (5s): a boat. Shot 3 (3s): a train.",
        "[00:00-00:02] a kite. [00:02-00:07] a boat. [00:07-00:10] a train.",
        "0:00–0:02: a kite. 0:02–0:07: a boat. 0:07–0:10: a train.",
        "0-2s: a kite. 2-7s: a boat. 7-10s: a train.",
        "From 0 to 2 seconds: a kite. From 2 to 7 seconds: a boat. From 7 to 10 seconds, a train.",
        "[0s] a kite. [2s] a boat. [7s] a train.",
        "[0-2s] Shot 1: a kite. [2-7s] Shot 2: a boat. [7-10s] Shot 3: a train.",
        "First shot [1-2s]: a kite. Second shot [3-7s]: a boat. Third shot [8-10s]: a train.",
        "镜头1[0-2秒]：风筝。镜头2[2-7秒]：小船。镜头3[7-10秒]：火车。",
        "【0-2秒】风筝。【2-7秒】小船。【7-10秒】火车。",
        "第0-2秒：风筝。第2-7秒：小船。第7-10秒：火车。",
        "第一个镜头（0-2s）：风筝。第二个镜头（2-7s）：小船。第三个镜头（7-10s）：火车。",
      })
  void stampsAreKeptExactly(String prompt) {
    Storyboard board = parse(prompt, 10);

    assertThat(starts(board)).containsExactly(0, 2, 7);
    assertThat(board.shots().getLast().end()).isEqualTo(10);
    assertThat(board.shots().get(1).cast()).extracting(CastMember::species).contains(Species.BOAT);
  }

  @Test
  void anHourReachesBackOnlyToShotsOfTheSamePlace() {
    assertThat(hours("A boy sits in a classroom", "He runs on a beach at night"))
        .containsExactly(TimeOfDay.UNSTATED, TimeOfDay.NIGHT);
    assertThat(hours("A boy sits on a beach", "He runs on the beach at night"))
        .containsExactly(TimeOfDay.NIGHT, TimeOfDay.NIGHT);
  }

  private static List<TimeOfDay> hours(String first, String second) {
    String prompt = "Shot 1 [0-3s] " + first + ". Shot 2 [3-5s] " + second + ".";
    return PARSER.parse(prompt, 5, Cutting.BY_PROMPT).shots().stream().map(Shot::time).toList();
  }

  @Test
  void fractionsOfASecondAreKept() {
    Storyboard board = parse("[0-1.5s] a cat. [1.5-4.25s] a dog. [4.25-5s] a cow.", 5);

    assertThat(starts(board)).containsExactly(0, 1.5, 4.25);
  }

  @Test
  void gapsAreClosedAtTheNextStart() {
    Storyboard board = parse("[0-2s] a cat. [3-5s] a dog.", 5);

    assertThat(starts(board)).containsExactly(0, 3);
    assertThat(board.shots().getFirst().end()).isEqualTo(3);
  }

  @Test
  void aLastShotThatRunsOverIsCutOff() {
    Storyboard board = parse("[0-2s] a cat. [2-4s] a dog. [4-9s] a cow.", 5);

    assertThat(starts(board)).containsExactly(0, 2, 4);
    assertThat(board.shots().getLast().end()).isEqualTo(5);
  }

  @Test
  void stampsPastTheEndShrinkInProportion() {
    Storyboard board = parse("[0-4s] a cat. [4-8s] a dog. [8-16s] a cow.", 4);

    assertThat(starts(board)).containsExactly(0, 1, 2);
  }

  @Test
  void stampsThatEndEarlyLetTheLastShotStay() {
    Storyboard board = parse("[0-2s] a cat. [2-4s] a dog.", 10);

    assertThat(starts(board)).containsExactly(0, 2);
    assertThat(board.shots().getLast().end()).isEqualTo(10);
  }

  @Test
  void overlappingAndReversedStampsStayInOrder() {
    Storyboard board = parse("[0-6s] a cat. [2-8s] a dog. [1-3s] a cow. [9-4s] a pig.", 10);

    assertThat(starts(board)).isSorted();
    assertThat(board.shots()).allMatch(shot -> shot.seconds() > 0);
  }

  @Test
  void unstampedShotsShareTheTimeByWeight() {
    Storyboard board =
        parse(
            "Shot 1: A cat. Shot 2: A long and winding sentence about a dog that crosses a bridge,"
                + " stops, sniffs the air, turns around and trots home through the rain.",
            6);

    Shot brief = board.shots().getFirst();
    Shot wordy = board.shots().getLast();
    assertThat(wordy.seconds()).isGreaterThan(brief.seconds() * 1.2);
    assertThat(brief.seconds()).isGreaterThan(1);
    assertThat(brief.seconds() + wordy.seconds()).isCloseTo(6, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          A boy runs. He jumps. He falls. He laughs.; 5; 1
          Generate a single-shot video. A boy runs. He jumps. He falls. He laughs.; 12; 1
          一镜到底，男孩奔跑。他跳起。他大笑。; 12; 1
          A boy runs. He jumps over a wall. He dances. He sleeps.; 12; 3
          Generate a multi-shot video of a boy who runs through a city; 5; 2
          """,
      delimiter = ';')
  void withoutHeadingsMeaningAndLengthDecide(String prompt, double seconds, int shots) {
    assertThat(parse(prompt, seconds).shots()).hasSize(shots);
  }

  @Test
  void theWishForOneOrSeveralShotsWins() {
    String stamped = "[0-2s] a cat runs. [2-5s] a dog sleeps.";

    assertThat(PARSER.parse(stamped, 5, Cutting.SINGLE).shots()).hasSize(1);
    List<Shot> several = PARSER.parse("A cat runs.", 8, Cutting.MULTIPLE).shots();
    assertThat(several).hasSizeGreaterThan(1);
    assertThat(several).extracting(Shot::size).doesNotHaveDuplicates();
  }

  @Test
  void shotsCoverTheFilmWithoutGaps() {
    Storyboard board = parse("Shot 1 a. Shot 2 [3-4s] b. Shot 3 c. Shot 4 d. Shot 5 [8-9s] e.", 12);
    double[] starts = starts(board);

    assertThat(starts[0]).isZero();
    assertThat(starts[1]).isEqualTo(3);
    assertThat(starts[4]).isEqualTo(8);
    for (int i = 1; i < board.shots().size(); i++) {
      assertThat(board.shots().get(i).start()).isEqualTo(board.shots().get(i - 1).end());
    }
    assertThat(Arrays.stream(starts).distinct().count()).isEqualTo(5);
  }

  @Test
  void spaceBetweenAnimalsIsNoOuterSpaceAndAStableCameraNoFarm() {
    Storyboard board =
        parse(
            "Shot 1: A cheetah runs over the savanna. Shot 2: The camera becomes stable."
                + " Shot 3: The camera moves forward into the space between the two animals.",
            9);
    assertThat(board.shots()).extracting(Shot::setting).containsOnly(Setting.SAVANNA);
  }

  @Test
  void aSailingBoatHasSails() {
    Storyboard board = parse("A sailing boat on the sea at sunset", 5);
    assertThat(board.shots().getFirst().cast())
        .extracting(CastMember::species)
        .containsExactly(Species.SAILING_SHIP);
  }

  @Test
  void wordsBeforeTheSecondShotAreTheFirst() {
    Storyboard board =
        parse("On a beach a child plays. Shot 2: the camera pans left to a boat on the sea.", 6);
    assertThat(board.shots()).hasSize(2);
    assertThat(board.shots().getFirst().text()).isEqualTo("On a beach a child plays.");
    assertThat(board.shots().getFirst().cast()).hasSize(1);
  }

  @Test
  void aShotNumberWithinASentenceIsNoHeading() {
    assertThat(parse("He pours shot 2 of espresso, as in shot 1 of the film.", 5).shots())
        .hasSize(1);
  }

  /** A cut that nobody timed falls on a half second. */
  @Test
  void untimedCutsFallOnHalfSeconds() {
    List<Shot> shots =
        new StoryboardParser()
            .parse(
                "First shot: a bakery in the early morning, a baker kneads bread. Second shot:"
                    + " close-up of the baker, who smiles and says \"Fresh bread.\" Third shot:"
                    + " rain.",
                11,
                Cutting.BY_PROMPT)
            .shots();

    assertThat(shots).hasSize(3);
    assertThat(shots).allSatisfy(shot -> assertThat(shot.start() * 2 % 1).isZero());
  }

  /** The red of a barn is not that of the picture. */
  @Test
  void theColourOfAThingIsNoLook() {
    assertThat(look("A farm with a red barn in the daytime, a cow grazes")).isEmpty();
    assertThat(look("A girl in a teal and orange palette")).hasSize(2);
  }

  private static List<Colour> look(String prompt) {
    return new StoryboardParser()
        .parse(prompt, 5, Cutting.SINGLE)
        .shots()
        .getFirst()
        .look()
        .colours();
  }
}
