package io.wan4j.engine.previz.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.previz.actor.Pose;
import io.wan4j.engine.previz.paint.Raster;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.StoryboardParser;
import java.awt.Graphics2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is said to touch another touches, and who is in somebody's arms stands nowhere else. */
class TogetherTest {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 700;
  private static final StoryboardParser PARSER = new StoryboardParser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An old man holds his granddaughter's hand and walks in the park.",
        "A father and his son walk hand in hand along the beach.",
        "Two friends hold hands.",
        "A mother hugs her daughter.",
        "A man and a woman hug in the rain.",
        "Two friends hug at the station."
      })
  void handsMeetAndArmsReachRound(String prompt) {
    List<Role> roles = roles(prompt);

    assertThat(roles).hasSize(2);
    for (double seconds : new double[] {0.2, 1.1, 2.3}) {
      assertThat(common(roles.getFirst(), roles.getLast(), seconds)).isGreaterThan(40);
    }
  }

  @Test
  void whoOnlyWalksBesideAnotherDoesNotTouch() {
    List<Role> roles = roles("An old man and his granddaughter walk in the park.");

    assertThat(common(roles.getFirst(), roles.getLast(), 1.1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A mother holds her baby.",
        "A girl holds a cat in the garden.",
        "A boy hugs a puppy.",
        "A woman is carrying a rabbit."
      })
  void whoIsSmallIsCarriedInTheArms(String prompt) {
    Shot shot = shot(prompt);
    List<Role> roles = roles(prompt);

    assertThat(shot.cast()).hasSize(2);
    assertThat(roles).hasSize(1);
    CastMember alone = new Casting(7).actors(shot).getFirst();
    assertThat(painted(roles.getFirst(), 1).count())
        .as("more is drawn than of somebody with empty hands")
        .isGreaterThan(painted(empty(alone, shot), 1).count() + 400);
  }

  @Test
  void whoWatchesFireworksTurnsTheBackAndTheOthersDoNot() {
    assertThat(looking("A crowd watches fireworks over the city.")).isTrue();
    assertThat(looking("A couple watches the sunset on the beach.")).isTrue();
    assertThat(looking("A man watches television.")).isFalse();
    assertThat(looking("Close-up of a girl who watches the fireworks.")).isFalse();
  }

  private static boolean looking(String prompt) {
    Shot shot = shot(prompt);
    return Onlookers.from(shot.cast().getFirst(), shot);
  }

  private static Role empty(CastMember member, Shot shot) {
    Role role = roles("A " + member.noun() + " stands.").getFirst();
    assertThat(shot.cast()).contains(member);
    return role;
  }

  private static Shot shot(String prompt) {
    return PARSER.parse(prompt, 5, Cutting.SINGLE).shots().getFirst();
  }

  private static List<Role> roles(String prompt) {
    return Staging.of(new Casting(7), shot(prompt), 7);
  }

  private record Mask(boolean[] pixels) {
    int count() {
      int count = 0;
      for (boolean pixel : pixels) {
        count += pixel ? 1 : 0;
      }
      return count;
    }
  }

  private static int common(Role one, Role two, double seconds) {
    Mask first = painted(one, seconds);
    Mask second = painted(two, seconds);
    int count = 0;
    for (int i = 0; i < first.pixels().length; i++) {
      count += first.pixels()[i] && second.pixels()[i] ? 1 : 0;
    }
    return count;
  }

  private static Mask painted(Role role, double seconds) {
    Raster raster = new Raster(WIDTH, HEIGHT);
    Graphics2D brush = raster.brush();
    brush.translate(WIDTH / 2.0 + role.start(), HEIGHT - 60);
    brush.scale(role.facing(), 1);
    role.rig().draw(brush, new Pose(role.motion(), seconds, role.cycleAt(seconds), 0));
    brush.dispose();
    boolean[] mask = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = raster.pixels()[i] >>> 24 > 128;
    }
    return new Mask(mask);
  }
}
