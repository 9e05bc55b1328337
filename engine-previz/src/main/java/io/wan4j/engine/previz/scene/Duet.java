package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Prop;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.List;
import java.util.Optional;

/**
 * Two people who do something with each other, by the words of a shot.
 *
 * @param first who does it
 * @param second whom it is done with
 */
record Duet(CastMember first, CastMember second, Kind kind) {
  /** What they do, and how far apart they stand for it, in parts of their height. */
  enum Kind {
    HUG(0.17),
    WALTZ(0.27),
    GIVE(0.46);

    private final double apart;

    Kind(double apart) {
      this.apart = apart;
    }
  }

  /** When a thing goes from hand to hand, share of the shot. */
  private static final double GIVEN = 0.5;

  /** Whoever is smaller than this, in parts of the other, stands in front in a hug. */
  private static final double SMALL = 0.86;

  static Optional<Duet> of(List<CastMember> cast) {
    for (CastMember member : cast) {
      Optional<Kind> kind = kind(member.action());
      if (kind.isPresent() && hasArms(member)) {
        Optional<CastMember> other = partner(member, cast);
        if (other.isPresent()) {
          return Optional.of(new Duet(member, other.get(), kind.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** What two of one noun do together: a couple dances, friends hug. */
  static Optional<Kind> ofTwo(CastMember member, int count) {
    return count == 2 && hasArms(member)
        ? kind(member.action()).filter(kind -> kind != Kind.GIVE)
        : Optional.empty();
  }

  static Motion motion(Kind kind) {
    return switch (kind) {
      case HUG -> Motion.HUG;
      case WALTZ -> Motion.WALTZ;
      case GIVE -> Motion.STAND;
    };
  }

  /** How far apart two stand. */
  static double apart(Kind kind, Rig one, Rig other) {
    return kind.apart * (one.height() + other.height()) / 2;
  }

  /** Whether the second is so much smaller that the first would hide it. */
  private static boolean hidden(Rig one, Rig other) {
    return other.height() < SMALL * one.height();
  }

  /** The roles with those of the two side by side, facing each other. */
  List<Role> staged(List<Role> roles, Shot shot) {
    Role one = role(roles, first);
    Role two = role(roles, second);
    double apart = apart(kind, one.rig(), two.rig());
    double middle = (one.start() + two.start()) / 2;
    int facing = one.start() <= two.start() ? 1 : -1;
    double depth = one.depth();
    return roles.stream()
        .map(
            role ->
                role == one
                    ? plays(one, middle - facing * apart / 2, facing, depth, true, shot)
                    : role == two
                        ? plays(
                            two,
                            middle + facing * apart / 2,
                            -facing,
                            depth + (hidden(one.rig(), two.rig()) ? -0.04 : 0.04),
                            false,
                            shot)
                        : role)
        .toList();
  }

  private Role plays(Role role, double x, int facing, double depth, boolean gives, Shot shot) {
    Rig rig = role.rig();
    if (kind == Kind.GIVE) {
      Optional<Prop> thing = thing(shot);
      if (thing.isPresent()) {
        rig = rig.handing(thing.get(), gives, GIVEN * shot.seconds());
      }
    }
    return new Role(
        role.name(),
        rig,
        motion(kind),
        x,
        0,
        0,
        depth,
        facing,
        0,
        kind == Kind.WALTZ && !gives ? 0.5 : 0,
        1);
  }

  private Optional<Prop> thing(Shot shot) {
    return first.holds().stream()
        .flatMap(noun -> Prop.of(noun).stream())
        .findFirst()
        .or(
            () ->
                shot.cast().stream()
                    .filter(member -> member.species().body() == Species.Body.OBJECT)
                    .flatMap(member -> Prop.of(member.noun()).stream())
                    .findFirst());
  }

  private static Role role(List<Role> roles, CastMember member) {
    return roles.stream()
        .filter(role -> role.name().equals(member.noun()))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Kind> kind(Action action) {
    return switch (action) {
      case HUG -> Optional.of(Kind.HUG);
      case DANCE -> Optional.of(Kind.WALTZ);
      case GIVE -> Optional.of(Kind.GIVE);
      default -> Optional.empty();
    };
  }

  /** Whom the words name, or who does the same; for a gift or a hug, whoever else is there. */
  private static Optional<CastMember> partner(CastMember member, List<CastMember> cast) {
    List<CastMember> others =
        cast.stream().filter(other -> other != member && hasArms(other)).toList();
    Optional<CastMember> told =
        others.stream()
            .filter(other -> other.noun().equalsIgnoreCase(member.target()))
            .findFirst()
            .or(
                () ->
                    others.stream().filter(other -> other.action() == member.action()).findFirst());
    return told.isPresent() || member.action() == Action.DANCE
        ? told
        : others.stream().filter(other -> other.action() == Action.UNSTATED).findFirst();
  }

  private static boolean hasArms(CastMember member) {
    return switch (member.species().body()) {
      case PERSON, ROBOT -> true;
      default -> false;
    };
  }
}
