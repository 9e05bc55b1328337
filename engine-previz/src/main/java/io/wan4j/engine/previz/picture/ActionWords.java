package io.wan4j.engine.previz.picture;

import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;

/** What the cast of a storyboard does, as the motion of cut-outs. */
final class ActionWords {
  private static final CastFilm.Action CALM = new CastFilm.Action(0.25, 0.1, 0, 0.35);

  private ActionWords() {}

  /** The first action named in a shot; calm breathing without one. */
  static CastFilm.Action of(Shot shot) {
    return shot.cast().stream()
        .map(CastMember::action)
        .filter(action -> action != Action.UNSTATED)
        .findFirst()
        .map(ActionWords::motion)
        .orElse(CALM);
  }

  /** What a member does; where nothing is said of it, what the shot is about. */
  static CastFilm.Action of(CastMember member, Shot shot) {
    return member.action() == Action.UNSTATED ? of(shot) : motion(member.action());
  }

  private static CastFilm.Action motion(Action action) {
    return switch (action) {
      case WALK, ENTER, LEAVE -> new CastFilm.Action(0.6, 0.7, 0.8, 0.9);
      case RUN, CHASE, FLEE, RIDE, DRIVE -> new CastFilm.Action(0.7, 1, 1, 1.7);
      case JUMP, CHEER, PLAY -> new CastFilm.Action(0.3, 2.2, 0, 1.1);
      case DANCE, SING, RAP, PLAY_MUSIC -> new CastFilm.Action(1.5, 0.8, 0, 1.0);
      case FLY, FLOAT, SWIM, SAIL -> new CastFilm.Action(0.8, 0.9, 0.6, 0.4);
      case TALK, LAUGH, EAT, DRINK -> new CastFilm.Action(0.5, 0.35, 0, 0.8);
      case WAVE, TURN, HUG, FIGHT -> new CastFilm.Action(1.0, 0.4, 0, 0.8);
      default -> new CastFilm.Action(0.3, 0.15, 0, 0.4);
    };
  }
}
