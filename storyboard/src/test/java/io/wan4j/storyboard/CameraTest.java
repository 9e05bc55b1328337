package io.wan4j.storyboard;

import static io.wan4j.storyboard.CameraMove.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  private static List<CameraMove> moves(String prompt) {
    return PARSER.parse(prompt, 5, Cutting.SINGLE).shots().getFirst().camera();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          A locked-off static shot of a lake.; STATIC
          The camera pans left across the harbour.; PAN_LEFT
          Slow pan to the right over the roofs.; PAN_RIGHT
          The camera tilts up along the tower.; TILT_UP
          The lens tilts downward.; TILT_DOWN
          Dolly in on the violin.; DOLLY_IN
          The camera pushes in on her eyes.; DOLLY_IN
          The camera pulls back to reveal the valley.; DOLLY_OUT
          The camera trucks left along the shelves.; TRUCK_LEFT
          The camera slides to the right.; TRUCK_RIGHT
          The camera rises above the crowd.; PEDESTAL_UP
          The camera descends to the grass.; PEDESTAL_DOWN
          Crane up over the castle.; CRANE_UP
          Zoom in on the ring.; ZOOM_IN
          The camera zooms out.; ZOOM_OUT
          A dolly zoom on the detective.; DOLLY_ZOOM
          The camera orbits around the statue.; ORBIT_RIGHT
          Arc left around the singer.; ORBIT_LEFT
          Tracking shot of a cyclist.; FOLLOW
          The camera follows the horse.; FOLLOW
          Handheld footage of a market.; HANDHELD
          A drone shot of the coast.; AERIAL
          Top-down shot of a table.; OVERHEAD
          First-person view of a skier.; POINT_OF_VIEW
          A whip pan to the door.; WHIP_PAN_RIGHT
          镜头向左摇。; PAN_LEFT
          镜头缓缓推近。; DOLLY_IN
          镜头拉远，露出群山。; DOLLY_OUT
          镜头环绕女孩。; ORBIT_RIGHT
          镜头跟随骏马。; FOLLOW
          镜头上升，越过屋顶。; CRANE_UP
          航拍，海岸线。; AERIAL
          手持拍摄的集市。; HANDHELD
          """,
      delimiter = ';')
  void namesOfMovesAreKnown(String prompt, CameraMove.Kind kind) {
    assertThat(moves(prompt)).extracting(CameraMove::kind).containsExactly(kind);
  }

  @Test
  void movesJoinedByWhileHappenTogether() {
    List<CameraMove> moves = moves("The camera moves forward while tilting upward.");

    assertThat(moves).extracting(CameraMove::kind).containsExactly(DOLLY_IN, TILT_UP);
    assertThat(moves).allMatch(move -> move.start() == 0 && move.end() == 1);
  }

  @Test
  void movesJoinedByThenFollowEachOther() {
    List<CameraMove> moves = moves("The camera pans left, then cranes up, and finally zooms in.");

    assertThat(moves).extracting(CameraMove::kind).containsExactly(PAN_LEFT, CRANE_UP, ZOOM_IN);
    assertThat(moves.get(0).end()).isEqualTo(moves.get(1).start());
    assertThat(moves.get(1).end()).isEqualTo(moves.get(2).start());
    assertThat(moves.get(2).end()).isEqualTo(1);
  }

  @Test
  void opposedMovesAreNeverStacked() {
    List<CameraMove> moves = moves("The camera pans left and pans right.");

    assertThat(moves.get(0).end()).isLessThanOrEqualTo(moves.get(1).start());
  }

  @Test
  void oneVerbMayTakeTwoDirections() {
    assertThat(moves("The camera moves forward and slightly downward."))
        .extracting(CameraMove::kind)
        .containsExactly(DOLLY_IN, PEDESTAL_DOWN);
  }

  @Test
  void speedStrengthAndEasingAreRead() {
    CameraMove slow = moves("The camera very slowly pushes in.").getFirst();
    CameraMove slight = moves("The camera makes a slight arc to the left.").getFirst();
    CameraMove fast = moves("镜头快速拉远。").getFirst();

    assertThat(slow.speed()).isEqualTo(CameraMove.Speed.VERY_SLOW);
    assertThat(slight.strength()).isEqualTo(CameraMove.Strength.SLIGHT);
    assertThat(slight.kind()).isEqualTo(ORBIT_LEFT);
    assertThat(fast.speed()).isEqualTo(CameraMove.Speed.FAST);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          A dog follows a boy up the stairs.
          The balloon rises and drifts to the left.
          A woman moves forward through the crowd.
          She circles the table and approaches the window.
          他后来摇头，向左看。
          """,
      delimiter = ';')
  void whatActorsDoIsNoCameraMove(String prompt) {
    assertThat(moves(prompt)).isEmpty();
  }

  @Test
  void everyKindCanBeAskedFor() {
    List<CameraMove.Kind> unreachable =
        Arrays.stream(CameraMove.Kind.values())
            .filter(
                kind ->
                    moves("The camera does a " + kind.name().toLowerCase().replace('_', ' ') + ".")
                        .stream()
                        .noneMatch(move -> move.kind() == kind))
            .toList();

    assertThat(unreachable).isEmpty();
  }
}
