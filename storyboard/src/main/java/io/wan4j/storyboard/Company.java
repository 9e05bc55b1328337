package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everybody and everything met in a text so far, and in the shots before it. */
final class Company {
  /** More members than this cannot be told apart in a picture. */
  private static final int MOST_MEMBERS = 12;

  private final List<CastMember> before;
  private final List<Role> roles = new ArrayList<>();

  /**
   * @param before the cast that pronouns and bare nouns may mean
   */
  Company(List<CastMember> before) {
    this.before = before;
  }

  /** Everybody met so far, in order. */
  List<Role> roles() {
    return roles;
  }

  /**
   * Whoever a match names: somebody known, or somebody new.
   *
   * @param definite whether "the" stands before it: then "the girl" may be the "young girl"
   */
  Role role(Match match, String words, boolean definite) {
    String noun = words.replaceFirst("['’]+s$", "");
    Optional<Sense.Reference> reference = match.as(Sense.Reference.class);
    Optional<Role> known =
        roles.stream()
            .filter(
                role ->
                    reference.isPresent()
                        ? role.reference.equals(reference.get().media())
                        : role.noun.equalsIgnoreCase(noun))
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Role> longer =
        roles.stream()
            .filter(role -> definite && reference.isEmpty() && isShort(noun, role, match))
            .findFirst();
    if (longer.isPresent()) {
      return longer.get();
    }
    return join(
        before.stream()
            .filter(member -> isSame(member, noun, reference, match))
            .findFirst()
            .map(Role::again)
            .orElseGet(() -> met(noun, reference, match)));
  }

  private static Role met(String noun, Optional<Sense.Reference> reference, Match match) {
    return reference
        .map(found -> Role.reference(noun, found.media()))
        .orElseGet(() -> Role.being(noun, match.as(Sense.Being.class).orElseThrow()));
  }

  /** "Box" for "wooden box". */
  private static boolean isShort(String noun, Role role, Match match) {
    Species species = match.as(Sense.Being.class).orElseThrow().species();
    return role.species == species
        && role.noun.toLowerCase(Locale.ROOT).endsWith(" " + noun.toLowerCase(Locale.ROOT));
  }

  /** The same noun, or a shorter name of the same kind ("the boy" for "boy explorer"). */
  private static boolean isSame(
      CastMember member, String noun, Optional<Sense.Reference> reference, Match match) {
    if (reference.isPresent() || member.reference().present()) {
      return reference.isPresent() && member.reference().equals(reference.get().media());
    }
    Sense.Being being = match.as(Sense.Being.class).orElseThrow();
    String name = member.noun().toLowerCase(Locale.ROOT);
    String bare = noun.toLowerCase(Locale.ROOT);
    return member.species() == being.species() && (name.contains(bare) || bare.contains(name));
  }

  /** Somebody of whom no more is told than "she". */
  Role stranger(Sense.Who who, String pronoun) {
    return join(Role.told(pronoun, who));
  }

  private Role join(Role role) {
    if (roles.size() < MOST_MEMBERS) {
      roles.add(role);
    }
    return role;
  }

  /** Takes out a role that turned out to be another's name. */
  void dismiss(Role role) {
    roles.remove(role);
  }

  /** Whom "they" means. */
  List<Role> everybody() {
    if (roles.stream().noneMatch(role -> role.fits(Sense.Who.THEY))) {
      before.stream().map(Role::again).filter(r -> r.fits(Sense.Who.THEY)).forEach(this::join);
    }
    return roles.stream().filter(role -> role.fits(Sense.Who.THEY)).toList();
  }

  /**
   * Whom a pronoun means: of those in this text first who is said to be a man (or a woman), the
   * last to have done something before the rest; then who may be one; then the same for those of
   * the shots before.
   *
   * @param others who cannot be meant
   */
  Optional<Role> whoFits(Sense.Who who, List<Casting.Deed> deeds, List<Role> others) {
    List<Role> here =
        Stream.concat(
                deeds.reversed().stream().flatMap(deed -> deed.actors().stream()),
                roles.reversed().stream())
            .filter(role -> role.fits(who) && !others.contains(role))
            .toList();
    return surest(here, who)
        .or(
            () ->
                surest(
                        before.stream()
                            .map(Role::again)
                            .filter(role -> role.fits(who) && isAbsent(role))
                            .toList(),
                        who)
                    .map(this::join));
  }

  private boolean isAbsent(Role member) {
    return roles.stream().noneMatch(role -> role.noun.equals(member.noun));
  }

  private static Optional<Role> surest(List<Role> candidates, Sense.Who who) {
    return candidates.stream()
        .filter(role -> role.isSurely(who))
        .findFirst()
        .or(() -> candidates.stream().filter(role -> !role.isBeast()).findFirst())
        .or(() -> candidates.stream().findFirst());
  }

  /** Everybody, people and animals before idle things; who flees is chased. */
  List<Role> settled() {
    roles.sort(Comparator.comparing(Company::weight));
    settleChases();
    return roles;
  }

  private static int weight(Role role) {
    if (role.species == Species.REFERENCE) {
      return 0;
    }
    return switch (role.species.body()) {
      case OBJECT -> role.action == Action.UNSTATED ? 2 : 1;
      default -> 0;
    };
  }

  /** Who flees is chased by the idle animal beside it. */
  private void settleChases() {
    Optional<Role> fleeing = roles.stream().filter(r -> r.action == Action.FLEE).findFirst();
    fleeing.ifPresent(
        prey -> {
          for (Role role : roles) {
            if (role != prey && role.idle() && role.species.body() == Species.Body.QUADRUPED) {
              role.action = Action.CHASE;
              role.target = prey.noun;
            }
          }
        });
  }
}
