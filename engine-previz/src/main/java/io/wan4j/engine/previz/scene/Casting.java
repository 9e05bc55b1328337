package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.actor.Rigs;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds an actor for every member of the cast, the same one in every shot of a film. */
final class Casting {
  private final long seed;
  private final Map<String, Rig> hired = new HashMap<>();

  Casting(long seed) {
    this.seed = seed;
  }

  /** Whether it walks, flies or lies about on the stage, instead of being the place itself. */
  boolean isActor(CastMember member) {
    return switch (member.species()) {
      case TREE, BUILDING, PLANT, PLANET -> false;
      default -> true;
    };
  }

  Rig rig(CastMember member) {
    return hired.computeIfAbsent(
        member.noun() + member.species() + member.age() + member.sex(), key -> hire(member, 0));
  }

  /** Another of the same kind, for a herd. */
  Rig another(CastMember member, int number) {
    return hired.computeIfAbsent(member.noun() + "#" + number, key -> hire(member, number));
  }

  private Rig hire(CastMember member, int number) {
    long own = seed * 31 + member.noun().toLowerCase(Locale.ROOT).hashCode() + 101L * number;
    Optional<Colour> colour =
        member.colours().stream().findFirst().map(named -> new Colour(named.rgb()));
    return Rigs.of(rigName(member), own, colour);
  }

  private static String rigName(CastMember member) {
    String noun = member.noun().toLowerCase(Locale.ROOT);
    for (String word : noun.split("[^\\p{L}]+")) {
      if (Rigs.knows(word)) {
        return word;
      }
    }
    if (member.species() == Species.PERSON || member.species() == Species.CROWD) {
      return person(member);
    }
    return member.species().name().toLowerCase(Locale.ROOT);
  }

  private static String person(CastMember member) {
    boolean female = member.sex() == CastMember.Sex.FEMALE;
    return switch (member.age()) {
      case BABY -> "baby";
      case CHILD -> female ? "girl" : "boy";
      case YOUNG -> female ? "woman" : "teenager";
      case OLD -> female ? "grandmother" : "elder";
      case UNSTATED, ADULT -> female ? "woman" : "man";
    };
  }

  /** What the rig does for what the storyboard says. */
  io.wan4j.engine.previz.actor.Action action(CastMember member, Shot shot) {
    Rig rig = rig(member);
    io.wan4j.engine.previz.actor.Action natural = rig.natural();
    boolean speaks =
        shot.lines().stream()
            .anyMatch(
                line ->
                    line.speaker().equals(member.noun())
                        || line.speaker().isEmpty()
                            && shot.cast().getFirst().noun().equals(member.noun()));
    io.wan4j.engine.previz.actor.Action wanted =
        switch (member.action()) {
          case RUN, CHASE, FLEE, JUMP, FALL -> io.wan4j.engine.previz.actor.Action.RUN;
          case WALK, ENTER, LEAVE, CLIMB, RIDE, PUSH -> io.wan4j.engine.previz.actor.Action.WALK;
          case SIT, EAT, DRINK, READ, WRITE -> io.wan4j.engine.previz.actor.Action.SIT;
          case LIE, SLEEP -> io.wan4j.engine.previz.actor.Action.SIT;
          case TALK, SING, RAP, LAUGH, CRY, CHEER, WAVE -> io.wan4j.engine.previz.actor.Action.TALK;
          case DANCE, PLAY, FIGHT -> io.wan4j.engine.previz.actor.Action.DANCE;
          case FLY -> io.wan4j.engine.previz.actor.Action.FLY;
          case SWIM, FLOAT -> io.wan4j.engine.previz.actor.Action.SWIM;
          case DRIVE, SAIL -> io.wan4j.engine.previz.actor.Action.DRIVE;
          default ->
              natural == io.wan4j.engine.previz.actor.Action.WALK
                  ? io.wan4j.engine.previz.actor.Action.STAND
                  : natural;
        };
    if (speaks && wanted == io.wan4j.engine.previz.actor.Action.STAND) {
      wanted = io.wan4j.engine.previz.actor.Action.TALK;
    }
    return Rigs.possible(natural, wanted);
  }
}
