package io.wan4j.engine.previz.picture;

import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import io.wan4j.storyboard.Storyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** The storyboard's shots as legs of a camera's path before one picture. */
final class Direction {
  /**
   * How a later shot frames the same picture: zoom, and where its middle lies beside the centre.
   */
  private static final Pose[] REFRAMINGS = {
    new Pose(1.45, 0, -0.10, 0.03, 0, 0, 0, 0),
    new Pose(1.2, 0, 0.05, -0.02, 0, 0, 0, 0),
    new Pose(1.6, 0, 0.12, 0.02, 0, 0, 0, 0),
    new Pose(1.08, 0, 0, 0, 0, 0, 0, 0)
  };

  private final CameraMoves moves;

  Direction(CameraMoves moves) {
    this.moves = moves;
  }

  /** One leg a shot; the first begins on the whole picture. */
  List<CameraPath.Leg> legs(Storyboard storyboard, int frames) {
    List<CameraPath.Leg> legs = new ArrayList<>();
    List<Shot> shots = storyboard.shots();
    int from = 0;
    for (int i = 0; i < shots.size() && from < frames; i++) {
      Shot shot = shots.get(i);
      int to =
          i == shots.size() - 1
              ? frames
              : (int) Math.round(frames * shot.end() / storyboard.seconds());
      to = Math.min(to, frames);
      if (to - from < 1) {
        continue;
      }
      Pose framing = legs.isEmpty() ? Pose.HOME : framing(shot, legs.size());
      legs.add(new CameraPath.Leg(from, to, framing, move(shot)));
      from = to;
    }
    return legs;
  }

  /** One leg for a film of one shot: the moves of the first shot. */
  CameraPath.Leg single(Storyboard storyboard, int frames) {
    return new CameraPath.Leg(0, frames, Pose.HOME, move(storyboard.shots().getFirst()));
  }

  private static Pose framing(Shot shot, int number) {
    Pose usual = REFRAMINGS[(number - 1) % REFRAMINGS.length];
    return switch (shot.size()) {
      case ShotSize.EXTREME_CLOSE_UP -> usual.withZoom(2.1);
      case ShotSize.CLOSE_UP -> usual.withZoom(1.75);
      case ShotSize.MEDIUM_CLOSE_UP -> usual.withZoom(1.5);
      case ShotSize.MEDIUM -> usual.withZoom(1.3);
      case ShotSize.LONG, ShotSize.EXTREME_LONG -> Pose.HOME;
      case ShotSize.MEDIUM_LONG, ShotSize.UNSTATED -> usual;
    };
  }

  /** All moves of a shot together. */
  DoubleFunction<Pose> move(Shot shot) {
    List<CameraMove> named = shot.camera();
    if (named.isEmpty()) {
      Pose usual = moves.usual();
      return share -> usual.part(0.2 * share + 0.8 * Easing.smooth(share));
    }
    return share -> {
      Pose pose = Pose.HOME;
      for (CameraMove move : named) {
        double within = (share - move.start()) / (move.end() - move.start());
        double made = amount(move) * eased(move.easing(), Math.clamp(within, 0.0, 1.0));
        pose = pose.and(moves.of(move.kind()).part(made));
      }
      return pose;
    };
  }

  private static double amount(CameraMove move) {
    double strength =
        switch (move.strength()) {
          case SLIGHT -> 0.55;
          case NORMAL -> 1;
          case WIDE -> 1.5;
        };
    double speed =
        switch (move.speed()) {
          case VERY_SLOW -> 0.5;
          case SLOW -> 0.75;
          case NORMAL -> 1;
          case FAST -> 1.2;
          case VERY_FAST -> 1.4;
        };
    return strength * speed;
  }

  private static double eased(CameraMove.Easing easing, double time) {
    return switch (easing) {
      case SMOOTH -> Easing.smooth(time);
      case LINEAR -> 0.75 * time + 0.25 * Easing.smooth(time);
      case EASE_IN -> time * time;
      case EASE_OUT -> 1 - (1 - time) * (1 - time);
      case SNAP -> Easing.soft(time * 3);
    };
  }

  /** The name of a move in the data file. */
  static String nameOf(CameraMove.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
