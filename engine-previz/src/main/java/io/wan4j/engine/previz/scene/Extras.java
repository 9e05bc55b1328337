package io.wan4j.engine.previz.scene;

import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Species;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who plays the many of one noun: a crowd is of all sorts, a family of its generations. */
final class Extras {
  private static final List<String> CROWD =
      List.of(
          "woman",
          "man",
          "teenager",
          "lady",
          "elder",
          "businessman",
          "schoolgirl",
          "grandmother",
          "boy",
          "athlete");

  private static final List<String> FAMILY = List.of("man", "woman", "grandmother", "boy", "girl");
  private static final List<String> CHILDREN = List.of("girl", "boy");
  private static final Pattern KIN = Pattern.compile("family|一家|全家|家人");

  /** Plural nouns: words of their own, and the English ending, which "boss" and "walrus" lack. */
  private static final Pattern MANY =
      Pattern.compile("^(?:children|kids|people|women|men)$|们$|(?<=[a-z]{3})(?<![siu])s$");

  /** How many are seen of a plural that names no number. */
  static final int SOME = 3;

  private Extras() {}

  /** Whether a noun says by itself that there are several. */
  static boolean severalOf(CastMember member) {
    boolean lives =
        switch (member.species().body()) {
          case PERSON, QUADRUPED, BIRD, FISH, INSECT, VEHICLE, BOAT, AIRCRAFT -> true;
          default -> false;
        };
    return lives && MANY.matcher(member.noun().toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Who plays the given one of them.
   *
   * @param usual who would play a single one
   */
  static String player(CastMember member, int number, String usual) {
    if (KIN.matcher(member.noun().toLowerCase(Locale.ROOT)).find()) {
      return FAMILY.get(number % FAMILY.size());
    }
    if (member.species() == Species.CROWD) {
      return CROWD.get(number % CROWD.size());
    }
    boolean anyChild =
        member.species() == Species.PERSON
            && member.age() == CastMember.Age.CHILD
            && member.sex() == CastMember.Sex.UNSTATED
            && (member.count() > 1 || severalOf(member));
    return anyChild ? CHILDREN.get(number % CHILDREN.size()) : usual;
  }
}
