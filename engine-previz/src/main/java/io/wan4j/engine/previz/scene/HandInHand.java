package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Clasp;
import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import java.util.List;
import java.util.Optional;

/**
 * Two who hold hands, whatever else they do: side by side where they look or go the same way.
 *
 * @param first who takes the hand
 * @param second whose hand it is
 */
record HandInHand(CastMember first, CastMember second) {
  /** How far ahead of its feet the first holds its hand, in parts of its height. */
  private static final double AHEAD = 0.15;

  /** Height of the shoulders, and length of an arm that is a little bent, in the same parts. */
  private static final double SHOULDER = 0.82;

  private static final double ARM = 0.28;

  /** The second walks a little nearer to us. */
  private static final double NEARER = 0.05;

  static Optional<HandInHand> of(List<CastMember> cast) {
    for (CastMember member : cast) {
      for (CastMember other : cast) {
        if (other != member && hasHands(other) && member.holds().contains(other.noun())) {
          return Optional.of(new HandInHand(member, other));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether two of one noun hold each other's hands: "a couple, hand in hand". */
  static boolean eachOther(CastMember member) {
    return hasHands(member)
        && (member.action() == Action.HOLD_HANDS || member.holds().contains(member.noun()));
  }

  /** How far from one to the other. */
  static double apart(Rig one, Rig other) {
    double ahead = AHEAD * one.height();
    double lift = hand(one) - SHOULDER * other.height();
    double arm = ARM * other.height();
    double back = Math.sqrt(Math.max(0.16 * arm * arm, arm * arm - lift * lift));
    return ahead + 0.9 * back;
  }

  /** How high above the ground the hand of the first is. */
  private static double hand(Rig one) {
    double arm = ARM * one.height();
    double ahead = AHEAD * one.height();
    return SHOULDER * one.height() - Math.sqrt(arm * arm - ahead * ahead);
  }

  /** The first of two side by side, in its own measures. */
  static Rig leading(Rig one) {
    return one.clasping(new Clasp(AHEAD * one.height(), -hand(one), Clasp.Arm.NEAR));
  }

  /** The second of two side by side, which goes before the first. */
  static Rig led(Rig one, Rig other) {
    double back = apart(one, other) - AHEAD * one.height();
    return other.clasping(new Clasp(-back, -hand(one), Clasp.Arm.FAR));
  }

  /** The roles with those of the two hand in hand. */
  List<Role> staged(List<Role> roles) {
    Role one = role(roles, first);
    Role two = role(roles, second);
    double apart = apart(one.rig(), two.rig());
    double middle = (one.start() + two.start()) / 2;
    int facing = one.facing();
    Motion motion = one.motion().moving() ? one.motion() : two.motion();
    if (motion == Motion.SIT || motion == Motion.LIE) {
      return roles;
    }
    return roles.stream()
        .map(
            role ->
                role == one
                    ? plays(role, leading(role.rig()), middle - facing * apart / 2, motion, one)
                    : role == two
                        ? plays(
                            role,
                            led(one.rig(), role.rig()),
                            middle + facing * apart / 2,
                            motion,
                            one)
                        : role)
        .toList();
  }

  private static Role plays(Role role, Rig rig, double x, Motion motion, Role leader) {
    double depth = role == leader ? leader.depth() : leader.depth() - NEARER;
    return new Role(
        role.name(),
        rig,
        motion,
        x,
        leader.speed(),
        leader.gain(),
        depth,
        leader.facing(),
        0,
        role == leader ? leader.phase() : leader.phase() + 0.1,
        1);
  }

  private static Role role(List<Role> roles, CastMember member) {
    return roles.stream()
        .filter(role -> role.name().equals(member.noun()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasHands(CastMember member) {
    return switch (member.species().body()) {
      case PERSON, ROBOT -> true;
      default -> false;
    };
  }
}
