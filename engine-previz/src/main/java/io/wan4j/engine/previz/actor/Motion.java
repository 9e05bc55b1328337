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

  /** A dance of two, in each other's arms. */
  WALTZ,

  /** In somebody's arms. */
  HUG,
  FLY,
  SWIM,
  DRIVE,
  REST;

  /** Whether the actor gets about. */
  public boolean moving() {
    return switch (this) {
      case WALK, RUN, FLY, SWIM, DRIVE -> true;
      case STAND, SIT, LIE, TALK, DANCE, WALTZ, HUG, REST -> false;
    };
  }
}
