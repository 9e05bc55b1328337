package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A member of the cast while it is being read. */
final class Role {
  /** Deeds that give way to any other deed of the same member. */
  private static final Set<Action> PASSING =
      EnumSet.of(
          Action.UNSTATED,
          Action.STAND,
          Action.LOOK,
          Action.TURN,
          Action.HOLD,
          Action.HOLD_HANDS,
          Action.PUT,
          Action.APPEAR,
          Action.ENTER,
          Action.LEAN,
          Action.TALK,
          Action.OPEN,
          Action.CLOSE,
          Action.BEND,
          Action.WAVE,
          Action.LAUGH,
          Action.RISE,
          Action.FALL);

  final String noun;
  final Species species;
  CastMember.Age age;
  CastMember.Sex sex;
  int count = 1;
  Action action = Action.UNSTATED;
  String target = "";
  private Action lastAim = Action.UNSTATED;
  final List<String> holds = new ArrayList<>();
  CastMember.Heading heading = CastMember.Heading.UNSTATED;
  final List<Colour> colours = new ArrayList<>();
  final List<String> look = new ArrayList<>();
  final MediaReference reference;

  private Role(String noun, Species species, MediaReference reference) {
    this.noun = noun;
    this.species = species;
    this.reference = reference;
    this.age = CastMember.Age.UNSTATED;
    this.sex = CastMember.Sex.UNSTATED;
  }

  static Role being(String noun, Sense.Being being) {
    Role role = new Role(noun, being.species(), MediaReference.NONE);
    role.age = being.age();
    role.sex = being.sex();
    role.count = being.count();
    return role;
  }

  /** Somebody of whom no more is told than "he" or "she". */
  static Role told(String pronoun, Sense.Who who) {
    CastMember.Sex sex = who == Sense.Who.SHE ? CastMember.Sex.FEMALE : CastMember.Sex.MALE;
    return being(pronoun, new Sense.Being(Species.PERSON, CastMember.Age.UNSTATED, sex, 1));
  }

  static Role reference(String noun, MediaReference media) {
    return new Role(noun, Species.REFERENCE, media);
  }

  /** The same somebody in another shot, doing nothing yet. */
  static Role again(CastMember member) {
    Role role = new Role(member.noun(), member.species(), member.reference());
    role.age = member.age();
    role.sex = member.sex();
    role.count = member.count();
    role.colours.addAll(member.colours());
    role.look.addAll(member.look());
    return role;
  }

  void does(Action deed) {
    boolean seen = deed == Action.LAUGH || deed == Action.WAVE || deed == Action.GIVE;
    boolean stronger =
        PASSING.contains(action) && !PASSING.contains(deed)
            || seen && (action == Action.STAND || action == Action.LOOK)
            || deed == Action.HOLD_HANDS && action == Action.HOLD;
    if (action == Action.UNSTATED || stronger) {
      action = deed;
    }
  }

  /** The thing a deed of this one goes to; that of its strongest deed stays. */
  void aims(Action deed, String noun) {
    boolean own = deed == action && PASSING.contains(lastAim);
    if (target.isEmpty() || own && !target.equals(noun) && lastAim != deed) {
      target = noun;
      lastAim = deed;
    }
  }

  /** From now on the two are hand in hand, whatever else they do. */
  void takesHandOf(Role other) {
    does(Action.HOLD_HANDS);
    other.does(Action.HOLD_HANDS);
    aims(Action.HOLD_HANDS, other.noun);
    hold(other.noun);
  }

  void hold(String thing) {
    if (holds.size() < 4 && !holds.contains(thing)) {
      holds.add(thing);
    }
  }

  /** Whether what it does could be replaced by a chase, ride or the like. */
  boolean idle() {
    return PASSING.contains(action);
  }

  boolean isThing() {
    return switch (species.body()) {
      case OBJECT, UNKNOWN -> true;
      default -> false;
    };
  }

  /** Whether he, she or it may stand for this one. */
  boolean fits(Sense.Who who) {
    boolean personal =
        species.body() == Species.Body.PERSON
            || species == Species.REFERENCE
            || species == Species.ROBOT
            || species == Species.MONSTER
            || species.body() == Species.Body.QUADRUPED;
    return switch (who) {
      case HE -> personal && sex != CastMember.Sex.FEMALE;
      case SHE -> personal && sex != CastMember.Sex.MALE;
      case IT -> species.body() != Species.Body.PERSON;
      case THEY -> !isThing() || species == Species.REFERENCE;
    };
  }

  /** Whether the words say that this is a man, or a woman; for "it", a thing or an animal. */
  boolean isSurely(Sense.Who who) {
    return switch (who) {
      case HE -> sex == CastMember.Sex.MALE;
      case SHE -> sex == CastMember.Sex.FEMALE;
      case IT, THEY -> true;
    };
  }

  boolean isBeast() {
    return species.body() == Species.Body.QUADRUPED;
  }

  /** Takes the sex that a pronoun tells. */
  void isOf(Sense.Who who) {
    if (sex == CastMember.Sex.UNSTATED && who != Sense.Who.IT) {
      sex = who == Sense.Who.HE ? CastMember.Sex.MALE : CastMember.Sex.FEMALE;
    }
  }

  /** What a noun says of the one in a reference: "the girl in Video 1". */
  void isAlso(Role other) {
    take(new Sense.Nature(other.age, other.sex));
    other.colours.forEach(this::takeColour);
    other.look.forEach(this::takeLook);
    does(other.action);
  }

  void take(Sense.Nature nature) {
    age = nature.age() == CastMember.Age.UNSTATED ? age : nature.age();
    sex = nature.sex() == CastMember.Sex.UNSTATED ? sex : nature.sex();
  }

  void takeColour(Colour colour) {
    if (colours.size() < 4 && !colours.contains(colour)) {
      colours.add(colour);
    }
  }

  void takeLook(String words) {
    if (look.size() < 8 && !look.contains(words)) {
      look.add(words);
    }
  }

  CastMember member() {
    return new CastMember(
        noun, species, age, sex, count, action, target, heading, colours, look, reference, holds);
  }
}
