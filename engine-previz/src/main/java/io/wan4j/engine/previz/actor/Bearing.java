package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Ease;
import java.util.Optional;

/**
 * What a person has in hand and how it is turned, for one shot.
 *
 * @param prop what it holds
 * @param handing what it gives or takes
 * @param clasp where another's hand holds its own
 * @param burden whom it carries in its arms
 * @param seat what it sits on where it sits
 * @param back whether it is seen from behind
 */
record Bearing(
    Optional<Prop> prop,
    Optional<Handing> handing,
    Optional<Clasp> clasp,
    Optional<Rig> burden,
    Seat seat,
    boolean back) {
  static final Bearing PLAIN =
      new Bearing(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Seat.STOOL,
          false);

  /** A thing that goes from hand to hand at a moment of the pose. */
  record Handing(Prop thing, boolean gives, double moment) {
    /** A second and a half to reach out, and as long to draw back. */
    double reach(double seconds) {
      return Ease.step(1.5, 0.15, Math.abs(seconds - moment));
    }

    boolean has(double seconds) {
      return gives == seconds < moment;
    }
  }

  Bearing holding(Prop held) {
    return new Bearing(Optional.of(held), handing, clasp, burden, seat, back);
  }

  Bearing handing(Prop thing, boolean gives, double moment) {
    return new Bearing(
        Optional.empty(),
        Optional.of(new Handing(thing, gives, moment)),
        clasp,
        burden,
        seat,
        back);
  }

  Bearing clasping(Clasp held) {
    return new Bearing(prop, handing, Optional.of(held), burden, seat, back);
  }

  Bearing carrying(Rig small) {
    return new Bearing(Optional.empty(), handing, clasp, Optional.of(small), seat, back);
  }

  Bearing on(Seat other) {
    return new Bearing(prop, handing, clasp, burden, other, back);
  }

  Bearing fromBehind() {
    return new Bearing(prop, handing, clasp, burden, seat, true);
  }

  /** What is in the hand at a moment. */
  Optional<Prop> inHand(Pose pose) {
    return prop.or(() -> handing.filter(given -> given.has(pose.seconds())).map(Handing::thing));
  }

  /** How far the arms are stretched out to somebody, 0 to 1. */
  double reach(Pose pose) {
    return handing.map(given -> given.reach(pose.seconds())).orElse(0.0);
  }
}
