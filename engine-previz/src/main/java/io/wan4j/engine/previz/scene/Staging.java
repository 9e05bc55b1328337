package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Puts the cast of a shot on the stage: who stands where, who runs how fast, who is behind whom.
 * The first of the cast is the lead; the camera is framed on it.
 */
final class Staging {
  /** No more than this many of one kind are drawn, however large the herd. */
  private static final int MOST_OF_A_KIND = 7;

  /** Animals longer than this go in a looser herd, or they would be one wall of hides. */
  private static final double LARGE = 380;

  /** Gallops look right a little slower than their feet would carry them. */
  private static final double PACE = 0.62;

  /** What drifts goes a small part of the way that it would go under way. */
  private static final double ADRIFT = 0.1;

  /** People who stand about leave room between each other, in parts of their breadth. */
  private static final double STANDING_APART = 1.05;

  /** Room for the second of two who stand face to face, in parts of the first's height. */
  private static final double BOTH = 0.75;

  /** Beyond the reeds of a lake's bank. */
  private static final double OFF_SHORE = 3.1;

  /** How high above the bottom the surface of the sea is. */
  private static final double SURFACE = 560;

  private final Casting casting;
  private final Shot shot;
  private final Random random;
  private final List<Role> roles = new ArrayList<>();

  private Staging(Casting casting, Shot shot, long seed) {
    this.casting = casting;
    this.shot = shot;
    this.random = new Random(seed);
  }

  /** The roles of a shot, the lead first; empty when nobody is to be seen. */
  static List<Role> of(Casting casting, Shot shot, long seed) {
    Staging staging = new Staging(casting, shot, seed);
    staging.stage();
    return List.copyOf(staging.roles);
  }

  private void stage() {
    List<CastMember> cast = casting.actors(shot).stream().limit(5).toList();
    if (cast.isEmpty()) {
      return;
    }
    List<CastMember> ordered = new ArrayList<>(cast);
    if (chase(cast)) {
      // whoever flees is in front, on the side they run to
      ordered.sort(Comparator.comparing(member -> member.action() == Action.FLEE ? 1 : 0));
    }
    int facing = facing(cast.getFirst());
    boolean moving = casting.motion(cast.getFirst(), shot).moving();
    double room = 0;
    List<double[]> places = new ArrayList<>();
    for (CastMember member : ordered) {
      double width = casting.rig(member, shot).length();
      room += width * (moving ? 0.62 : 0.52);
      places.add(new double[] {room, width});
      room += width * (moving ? 0.62 : 0.52) + (moving ? 70 : 34);
      if (!moving && casting.count(member) == 2) {
        // the other one of the two faces the first
        room += BOTH * casting.rig(member, shot).height();
      }
    }
    double middle = (places.getFirst()[0] + places.getLast()[0]) / 2;
    List<Role> staged = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      staged.add(role(ordered.get(i), (places.get(i)[0] - middle) * facing, facing, i, ordered));
    }
    Optional<Duet> duet = Duet.of(ordered);
    if (duet.isPresent()) {
      staged = new ArrayList<>(duet.get().staged(staged, shot));
    }
    Optional<HandInHand> hands = HandInHand.of(ordered);
    if (duet.isEmpty() && hands.isPresent()) {
      staged = new ArrayList<>(hands.get().staged(staged));
    }
    CastMember lead = cast.getFirst();
    staged.sort(Comparator.comparing(role -> role.name().equals(lead.noun()) ? 0 : 1));
    roles.addAll(staged);
    for (CastMember member : ordered) {
      crowd(member, facing);
    }
    betweenPlayers();
  }

  private static boolean chase(List<CastMember> cast) {
    return cast.size() > 1
        && cast.stream()
            .anyMatch(member -> member.action() == Action.CHASE || member.action() == Action.FLEE);
  }

  private int facing(CastMember member) {
    if (casting.motion(member, shot).moving()) {
      for (CameraMove move : shot.camera()) {
        switch (move.kind()) {
          case TRUCK_LEFT, PAN_LEFT -> {
            return -1;
          }
          case TRUCK_RIGHT, PAN_RIGHT -> {
            return 1;
          }
          default -> {
            // the move does not say which way they run
          }
        }
      }
    }
    return switch (member.heading()) {
      case LEFT -> -1;
      case RIGHT, UNSTATED, TOWARDS_CAMERA, AWAY, UP, DOWN -> 1;
    };
  }

  private Role role(CastMember member, double x, int facing, int index, List<CastMember> all) {
    Rig rig = casting.rig(member, shot);
    Motion motion = casting.motion(member, shot);
    boolean talkingPair = all.size() > 1 && !motion.moving();
    int looks = talkingPair && index > 0 && x * facing > 0 ? -facing : facing;
    if (member.heading() == CastMember.Heading.LEFT && !motion.moving()) {
      looks = -1;
    }
    double speed = common(all) * facing;
    if (!motion.moving()) {
      speed = 0;
    }
    double gain = 0;
    if (chase(all) && member.action() != Action.FLEE) {
      gain = 46 * facing;
    }
    boolean second = !member.noun().equals(shot.cast().getFirst().noun());
    boolean behind =
        second
            && (Framing.onHead(shot.size()) && !Framing.ofTwo(shot)
                || member.species() == Species.CROWD);
    double place =
        (behind ? 2.05 : 1.5)
            - (motion == Motion.SIT ? 0 : 0.09) * index
            + (all.size() > 1 && index % 2 == 1 ? 0.16 : 0);
    double depth = offShore(member, all) ? OFF_SHORE : place;
    return new Role(
        member.noun(),
        rig,
        motion,
        x,
        speed,
        gain,
        depth,
        looks,
        aboveGround(member, rig, motion),
        0.31 * index + random.nextDouble() * 0.2,
        1);
  }

  /** A boat that people on the bank look at or play with is on the water behind them. */
  private boolean offShore(CastMember member, List<CastMember> all) {
    boolean bank =
        switch (shot.setting()) {
          case LAKE, RIVER -> true;
          default -> false;
        };
    return bank
        && member.species() == Species.BOAT
        && all.stream().anyMatch(other -> other.species().body() == Species.Body.PERSON);
  }

  private double aboveGround(CastMember member, Rig rig, Motion motion) {
    if (shot.setting() == Setting.UNDERWATER && member.species().body() == Species.Body.BOAT) {
      return SURFACE;
    }
    return keepsUp(rig, motion) ? rig.altitude() : 0;
  }

  /** Birds that perch or swim do not keep up in the air. */
  private static boolean keepsUp(Rig rig, Motion motion) {
    boolean flyer = rig.natural() == Motion.FLY;
    return switch (motion) {
      case STAND, SIT -> false;
      case SWIM, TALK, REST -> !flyer;
      default -> true;
    };
  }

  /** One speed for all that move, so that they stay together: the mean of what their legs give. */
  private double common(List<CastMember> all) {
    return all.stream()
        .filter(member -> casting.motion(member, shot).moving())
        .mapToDouble(
            member -> {
              Rig rig = casting.rig(member, shot);
              Motion motion = casting.motion(member, shot);
              boolean adrift = member.action() == Action.FLOAT;
              double pace = motion == Motion.WALK ? 1 : adrift ? PACE * ADRIFT : PACE;
              return rig.stride(motion) * rig.cadence(motion) * pace;
            })
        .average()
        .orElse(0);
  }

  /** A board stands between the two who play at it. */
  private void betweenPlayers() {
    Optional<Role> board =
        roles.stream().filter(role -> role.name().equals(Casting.BOARD)).findFirst();
    List<Role> players = roles.stream().filter(role -> role.motion() == Motion.SIT).toList();
    if (board.isPresent() && players.size() == 2) {
      Role one = players.getFirst();
      Role other = players.getLast();
      double depth = Math.min(one.depth(), other.depth()) - 0.02;
      roles.set(
          roles.indexOf(board.get()), board.get().at((one.start() + other.start()) / 2, depth));
    }
  }

  private void crowd(CastMember member, int facing) {
    int more = Math.min(MOST_OF_A_KIND, casting.count(member)) - 1;
    Role first =
        roles.stream().filter(role -> role.name().equals(member.noun())).findFirst().orElseThrow();
    if (more == 1 && HandInHand.eachOther(member)) {
      Rig other = casting.another(member, 1, shot);
      roles.set(roles.indexOf(first), first.as(HandInHand.leading(first.rig())));
      double apart = HandInHand.apart(first.rig(), other);
      roles.add(abreast(member, first, HandInHand.led(first.rig(), other), apart, -0.05));
      return;
    }
    if (more == 1 && !first.motion().moving()) {
      roles.add(opposite(member, first));
      return;
    }
    if (more == 1 && member.species() == Species.PERSON) {
      Rig other = casting.another(member, 1, shot);
      roles.add(abreast(member, first, other, -0.34 * first.rig().height(), 0.07));
      return;
    }
    for (int i = 1; i <= more; i++) {
      int side = i % 2 == 0 ? 1 : -1;
      boolean herd = first.motion().moving() && first.rig().length() > LARGE;
      double depth =
          first.depth() + (herd ? 0.5 : 0.28) * ((i + 1) / 2) + 0.1 * random.nextDouble();
      double apart = herd ? 1.0 : first.motion().moving() ? 0.75 : STANDING_APART;
      double x =
          first.start()
              + side * ((i + 1) / 2) * first.rig().length() * (apart + 0.3 * random.nextDouble())
              - facing * 20;
      boolean turned = member.species() == Species.CROWD && !first.motion().moving() && i % 3 == 1;
      roles.add(
          new Role(
              member.noun() + " " + (i + 1),
              casting.another(member, i, shot),
              first.motion(),
              x,
              first.speed(),
              first.gain(),
              depth,
              turned ? -first.facing() : first.facing(),
              first.altitude() * (0.8 + 0.5 * random.nextDouble()),
              random.nextDouble(),
              first.pace()));
    }
  }

  /** Two people who walk keep step, arm by arm. */
  private static Role abreast(
      CastMember member, Role first, Rig other, double ahead, double farther) {
    return new Role(
        member.noun() + " 2",
        other,
        first.motion(),
        first.start() + first.facing() * ahead,
        first.speed(),
        first.gain(),
        first.depth() + farther,
        first.facing(),
        0,
        first.phase() + 0.06,
        first.pace());
  }

  /** Two of a kind that stay where they are look at each other: they talk, dance or fight. */
  private Role opposite(CastMember member, Role first) {
    Rig other = casting.another(member, 1, shot);
    double apart =
        Duet.ofTwo(member, 2)
            .map(kind -> Duet.apart(kind, first.rig(), other))
            .orElse((member.action() == Action.FIGHT ? 0.62 : 0.7) * first.rig().height());
    return new Role(
        member.noun() + " 2",
        other,
        first.motion(),
        first.start() + first.facing() * apart,
        0,
        0,
        first.depth() + 0.05,
        -first.facing(),
        first.altitude(),
        first.phase() + 0.5,
        1);
  }
}
