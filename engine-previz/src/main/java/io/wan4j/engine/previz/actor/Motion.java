package io.wan4j.engine.previz.actor;

/** What an actor does during a shot. */
public enum Motion {
  STAND,
  WALK,
  RUN,
  SIT,

  /** Asleep on the ground. */
  LIE,
  TALK,
  DANCE,
  FLY,
  SWIM,
  DRIVE,
  REST;

  /** Whether the actor gets about. */
  public boolean moving() {
    return switch (this) {
      case WALK, RUN, FLY, SWIM, DRIVE -> true;
      case STAND, SIT, LIE, TALK, DANCE, REST -> false;
    };
  }
}
