package io.wan4j.engine.previz.sound;

import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import java.util.ArrayList;
import java.util.List;

/** Moves cuts to where a given sound sets in, as an editor cuts to music. */
public final class HeardCuts {
  /** How far a cut may be moved, in seconds. */
  private static final double REACH = 0.6;

  private static final double SHORTEST_SHOT = 0.6;

  private HeardCuts() {}

  /**
   * The same storyboard with its cuts on the nearest onsets, where there are any near enough.
   *
   * @param onsets seconds, in order
   */
  public static Storyboard on(Storyboard board, List<Double> onsets) {
    List<Shot> shots = new ArrayList<>(board.shots());
    for (int i = 1; i < shots.size(); i++) {
      Shot before = shots.get(i - 1);
      Shot after = shots.get(i);
      double earliest = before.start() + Math.min(SHORTEST_SHOT, before.seconds());
      double latest = after.end() - Math.min(SHORTEST_SHOT, after.seconds());
      double best = after.start();
      double nearest = REACH;
      for (double onset : onsets) {
        double far = Math.abs(onset - after.start());
        if (onset >= earliest && onset <= latest && far < nearest) {
          nearest = far;
          best = onset;
        }
      }
      shots.set(i - 1, timed(before, before.start(), best));
      shots.set(i, timed(after, best, after.end()));
    }
    return new Storyboard(
        board.prompt(), board.language(), board.seconds(), shots, board.unknown());
  }

  private static Shot timed(Shot shot, double start, double end) {
    return new Shot(
        shot.number(),
        start,
        end,
        shot.text(),
        shot.size(),
        shot.angle(),
        shot.camera(),
        shot.setting(),
        shot.time(),
        shot.weather(),
        shot.look(),
        shot.cast(),
        shot.lines(),
        shot.sounds());
  }
}
