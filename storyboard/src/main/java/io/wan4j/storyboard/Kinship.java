package io.wan4j.storyboard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Animals that words for people, and for the young of other animals, are said of. */
final class Kinship {
  private static final Set<String> YOUNG =
      Set.of(
          "calf", "calves", "cub", "cubs", "pup", "pups", "foal", "foals", "chick", "chicks",
          "baby", "babies", "joey", "幼崽", "宝宝");

  private static final Set<String> WHOSE = Set.of("its", "her", "his", "their", "的");

  /** How many tokens may stand between whose young it is and the word for it. */
  private static final int REACH = 3;

  private Kinship() {}

  /** "A mouse general": what the animal is. */
  static boolean isTitleOf(Role before, Match match, Reading reading) {
    boolean person =
        match.as(Sense.Being.class).filter(being -> being.species() == Species.PERSON).isPresent();
    return person && before.isBeast() && !reading.tokens().get(match.from() - 1).possessive();
  }

  /**
   * Whether a noun goes on with what the noun right before it began: "mother elephant", "humpback
   * whale".
   */
  static boolean isOneWith(Role before, Match match, Reading reading) {
    Optional<Species> species = match.as(Sense.Being.class).map(Sense.Being::species);
    if (species.filter(Kinship::isAnimal).isEmpty()
        || reading.tokens().get(match.from() - 1).possessive()) {
      return false;
    }
    return before.species == species.get()
        || before.species == Species.PERSON && before.action == Action.UNSTATED;
  }

  /** The match with the species of the animal whose young it names: "an elephant and her calf". */
  static Match adopted(Match match, Reading reading, List<Role> met) {
    Optional<Sense.Being> being = match.as(Sense.Being.class);
    String noun = reading.tokens().get(match.to() - 1).text();
    Optional<Role> parent =
        met.reversed().stream().filter(role -> isAnimal(role.species)).findFirst();
    if (being.isEmpty() || parent.isEmpty() || !YOUNG.contains(noun) || !isOwned(match, reading)) {
      return match;
    }
    Sense.Being child =
        new Sense.Being(
            parent.get().species,
            CastMember.Age.CHILD,
            CastMember.Sex.UNSTATED,
            being.get().count());
    return new Match(match.from(), match.to(), match.start(), match.end(), List.of(child));
  }

  private static boolean isOwned(Match match, Reading reading) {
    for (int i = match.from() - 1; i >= Math.max(0, match.from() - REACH); i--) {
      if (WHOSE.contains(reading.tokens().get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnimal(Species species) {
    return switch (species.body()) {
      case QUADRUPED, BIRD, FISH, INSECT -> true;
      case CREATURE -> species != Species.MONSTER;
      default -> false;
    };
  }
}
