package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.storyboard.Shot;
import java.util.regex.Pattern;

/** What people sit on, by the words and the place of a shot. */
final class Seating {
  private static final Pattern BENCH = Pattern.compile("\\bbench|长椅|长凳", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHAIR =
      Pattern.compile(
          "chair|stool|throne|\\blog\\b|stump|swing|table|chess|椅|凳|桌|棋", Pattern.CASE_INSENSITIVE);

  private Seating() {}

  /** On the bench or chair that is named; in the open, on the ground. */
  static Rig of(Rig plain, Shot shot) {
    if (BENCH.matcher(shot.text()).find()) {
      return plain.onBench();
    }
    boolean open =
        switch (shot.setting()) {
          case MEADOW,
              SAVANNA,
              FOREST,
              JUNGLE,
              MOUNTAINS,
              DESERT,
              BEACH,
              LAKE,
              RIVER,
              GARDEN,
              PARK ->
              true;
          default -> false;
        };
    return open && !CHAIR.matcher(shot.text()).find() ? plain.onGround() : plain;
  }
}
