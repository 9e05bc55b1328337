package io.wan4j.engine.previz.scene;

import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who is in a boat or a machine in a shot. */
final class Crew {
  private static final Pattern IN_A_BOAT =
      Pattern.compile(
          "(?:in|into|on|row\\w*|paddl\\w*) (?:a|an|the|his|her|their)(?: \\w+)?"
              + " (?:boat|canoe|kayak|raft|gondola|rowboat)|船上|船里|划着?船|划着?小船",
          Pattern.CASE_INSENSITIVE);

  /** What can be done in a boat. */
  private static final Set<Action> SITTING =
      EnumSet.of(
          Action.UNSTATED,
          Action.SIT,
          Action.STAND,
          Action.SAIL,
          Action.RIDE,
          Action.SWIM,
          Action.FLOAT,
          Action.LOOK,
          Action.TALK,
          Action.SING,
          Action.SLEEP,
          Action.READ,
          Action.PUSH,
          Action.WORK,
          Action.DRIVE);

  private final Shot shot;

  Crew(Shot shot) {
    this.shot = shot;
  }

  /** The boat that somebody sits in. */
  Optional<CastMember> boatOf(CastMember member) {
    if (member.species().body() != Species.Body.PERSON || !SITTING.contains(member.action())) {
      return Optional.empty();
    }
    boolean told = IN_A_BOAT.matcher(shot.text()).find();
    return shot.cast().stream()
        .filter(other -> other.species() == Species.BOAT)
        .filter(boat -> told || member.action() == Action.SAIL || member.action() == Action.RIDE)
        .findFirst();
  }

  /** Whether somebody sits in it. */
  boolean manned(CastMember boat) {
    return boat.species() == Species.BOAT
        && shot.cast().stream().anyMatch(other -> boatOf(other).isPresent());
  }

  /** Whether somebody is inside a machine that is seen from outside. */
  boolean drives(CastMember member) {
    return member.species().body() == Species.Body.PERSON
        && member.action() == Action.DRIVE
        && !Framing.onHead(shot.size())
        && shot.cast().stream().anyMatch(other -> isClosed(other.species()));
  }

  private static boolean isClosed(Species machine) {
    return switch (machine) {
      case CAR, TRUCK, BUS, TRAIN, TANK -> true;
      default -> false;
    };
  }
}
