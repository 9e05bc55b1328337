package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads who and what is to be seen, and who does what to whom. Works on one text, once. */
final class CastReader {
  /** More members than this cannot be told apart in a picture. */
  private static final int MOST_MEMBERS = 12;

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private final Reading reading;
  private final List<CastMember> before;
  private final List<Role> roles = new ArrayList<>();
  private final List<Casting.Deed> deeds = new ArrayList<>();
  private final Set<Integer> described = new HashSet<>();

  // The state of the sentence being read.
  private List<Role> subject = List.of();
  private Optional<Role> object = Optional.empty();
  private Optional<Casting.Deed> openDeed = Optional.empty();
  private Optional<Action> participle = Optional.empty();
  private boolean cameraActs;
  private boolean metInSentence;
  private int lastBeingEnd;
  private Optional<Role> lastBeing = Optional.empty();

  private CastReader(Reading reading, List<CastMember> before) {
    this.reading = reading;
    this.before = before;
  }

  /**
   * @param before the cast that pronouns and bare nouns may mean
   */
  static Casting read(Reading reading, List<CastMember> before) {
    CastReader reader = new CastReader(reading, before);
    for (Span sentence : reading.sentences()) {
      reader.startSentence();
      reading.within(sentence).forEach(reader::read);
    }
    reader.roles.sort(Comparator.comparing(CastReader::weight));
    reader.settleChases();
    return new Casting(reader.roles, reader.deeds, reader.described);
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

  private void startSentence() {
    subject = List.of();
    object = Optional.empty();
    openDeed = Optional.empty();
    participle = Optional.empty();
    cameraActs = false;
    metInSentence = false;
  }

  private void read(Match match) {
    if (match.has(Sense.Reference.class) || match.has(Sense.Being.class) && !isDeed(match)) {
      meet(match);
    } else if (match.has(Sense.Pronoun.class)) {
      meetAgain(match.as(Sense.Pronoun.class).orElseThrow().who(), match);
    } else if (match.has(Sense.Lens.class) && openDeed.isEmpty()) {
      cameraActs = true;
      subject = List.of();
    } else if (match.has(Sense.Doing.class) || match.has(Sense.Saying.class)) {
      act(match);
    } else if (match.has(Sense.Clothing.class)) {
      wear(match);
    }
    match
        .as(Sense.Facing.class)
        .ifPresent(facing -> actors().forEach(role -> role.heading = facing.heading()));
  }

  private List<Role> actors() {
    return subject.isEmpty() && !cameraActs ? lastBeing.stream().toList() : subject;
  }

  private void meet(Match match) {
    Role role = role(match);
    NounPhrase phrase = NounPhrase.before(match, reading);
    phrase.describe(role);
    described.addAll(phrase.used());
    described.add(match.start());
    participle.ifPresent(role::does);
    participle = Optional.empty();
    if (isSeenInReference(match)) {
      lastBeing.orElseThrow().isAlso(role);
      roles.remove(role);
      lastBeingEnd = match.to();
      return;
    }
    if (match.has(Sense.Reference.class) && follows(match, "in", "from")) {
      namesTheLast(role);
      lastBeingEnd = match.to();
      return;
    }
    place(role, match);
  }

  /** "视频1中的女孩": the girl is the one of the reference before her. */
  private boolean isSeenInReference(Match match) {
    return lastBeing.isPresent()
        && lastBeing.get().species == Species.REFERENCE
        && !match.has(Sense.Reference.class)
        && (follows(match, "中", "的") || follows(match, "里", "的"));
  }

  /** Whether nothing but these words stands between the last being and a match. */
  private boolean follows(Match match, String... words) {
    List<String> between =
        reading.tokens().subList(Math.min(lastBeingEnd, match.from()), match.from()).stream()
            .map(Token::text)
            .toList();
    return metInSentence && !between.isEmpty() && List.of(words).containsAll(between);
  }

  /** "The girl in Video 1": the reference takes her place. */
  private void namesTheLast(Role reference) {
    Role named = lastBeing.orElseThrow();
    reference.isAlso(named);
    roles.remove(named);
    subject = subject.stream().map(role -> role == named ? reference : role).toList();
    lastBeing = Optional.of(reference);
  }

  private void place(Role role, Match match) {
    Token last = reading.tokens().get(match.to() - 1);
    boolean joins =
        lastBeing.isPresent()
            && subject.contains(lastBeing.get())
            && openDeed.isEmpty()
            && followsAnd(match);
    if (!last.possessive()) {
      if (openDeed.isPresent() && !clauseEndsBetween(openDeed.get().end(), match.start())) {
        becomeObject(role, openDeed.get());
      } else if (joins) {
        subject = new ArrayList<>(subject);
        subject.add(role);
      } else if (subject.isEmpty() || openDeed.isPresent()) {
        subject = List.of(role);
        openDeed = Optional.empty();
        cameraActs = cameraActs && afterCameraWords(match);
      }
    }
    lastBeing = Optional.of(role);
    metInSentence = true;
    lastBeingEnd = match.to();
  }

  /** "The camera follows the boy": he is what the camera does it to. */
  private boolean afterCameraWords(Match match) {
    return match.from() > 0 && !reading.tokens().get(match.from() - 1).endsClause();
  }

  private void becomeObject(Role role, Casting.Deed deed) {
    boolean first = object.isEmpty();
    object = Optional.of(role);
    Action action = deed.verb().as(Sense.Doing.class).map(Sense.Doing::action).orElse(Action.TALK);
    for (Role actor : deed.actors()) {
      if (actor != role) {
        actor.aims(action, role.noun);
        if (action == Action.HOLD && first) {
          actor.hold(role.noun);
        }
      }
    }
    if (action == Action.CHASE && !deed.actors().contains(role)) {
      role.does(Action.FLEE);
    }
  }

  private boolean followsAnd(Match match) {
    for (int i = match.from() - 1; i >= Math.max(0, match.from() - 4); i--) {
      Token token = reading.tokens().get(i);
      if (token.is("and") || token.is("和") || token.is("与") || token.is("、")) {
        return true;
      }
    }
    return false;
  }

  private boolean clauseEndsBetween(int from, int to) {
    return reading.text().substring(from, Math.max(from, to)).matches("(?s).*[,，、;；].*");
  }

  private Role role(Match match) {
    String noun = reading.text().substring(match.start(), match.end()).replaceFirst("['’]+s$", "");
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
    Role role =
        before.stream()
            .filter(member -> isSame(member, noun, reference, match))
            .findFirst()
            .map(Role::again)
            .orElseGet(
                () ->
                    reference
                        .map(found -> Role.reference(noun, found.media()))
                        .orElseGet(
                            () -> Role.being(noun, match.as(Sense.Being.class).orElseThrow())));
    if (roles.size() < MOST_MEMBERS) {
      roles.add(role);
    }
    return role;
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

  private void meetAgain(Sense.Who who, Match match) {
    List<Role> meant =
        who == Sense.Who.THEY
            ? everybody()
            : lastThatFits(who).or(() -> stranger(who, match)).stream().toList();
    if (who != Sense.Who.THEY) {
      meant.forEach(role -> nameSex(role, who));
    }
    boolean isObject =
        openDeed.isPresent() && !clauseEndsBetween(openDeed.get().end(), match.start());
    if (!meant.isEmpty() && !isObject) {
      subject = meant;
      openDeed = Optional.empty();
      cameraActs = false;
    }
  }

  /** Who is "she" when nobody was named: somebody new, a woman. */
  private Optional<Role> stranger(Sense.Who who, Match match) {
    if (who == Sense.Who.IT || !subject.isEmpty()) {
      return Optional.empty();
    }
    Role role = Role.told(reading.text().substring(match.start(), match.end()), who);
    join(role);
    return Optional.of(role);
  }

  private static void nameSex(Role role, Sense.Who who) {
    if (role.sex == CastMember.Sex.UNSTATED && who != Sense.Who.IT) {
      role.sex = who == Sense.Who.HE ? CastMember.Sex.MALE : CastMember.Sex.FEMALE;
    }
  }

  private List<Role> everybody() {
    if (roles.stream().noneMatch(role -> role.fits(Sense.Who.THEY))) {
      before.stream().map(Role::again).filter(r -> r.fits(Sense.Who.THEY)).forEach(this::join);
    }
    return roles.stream().filter(role -> role.fits(Sense.Who.THEY)).toList();
  }

  private void join(Role role) {
    if (roles.size() < MOST_MEMBERS) {
      roles.add(role);
    }
  }

  private Optional<Role> lastThatFits(Sense.Who who) {
    for (int i = deeds.size() - 1; i >= 0; i--) {
      for (Role role : deeds.get(i).actors()) {
        if (role.fits(who)) {
          return Optional.of(role);
        }
      }
    }
    for (Role role : roles.reversed()) {
      if (role.fits(who)) {
        return Optional.of(role);
      }
    }
    Optional<Role> again = before.stream().map(Role::again).filter(r -> r.fits(who)).findFirst();
    again.ifPresent(this::join);
    return again;
  }

  /** Whether a word that is both a thing and a deed ("watch", "drum") is a deed here. */
  private boolean isDeed(Match match) {
    if (!match.has(Sense.Doing.class)) {
      return false;
    }
    String word = reading.tokens().get(match.from()).text();
    boolean verbal = word.endsWith("ing") || word.endsWith("ed");
    boolean afterSubject = !subject.isEmpty() && match.from() == lastBeingEnd;
    return verbal || afterSubject;
  }

  private void act(Match match) {
    Token first = reading.tokens().get(match.from());
    boolean verbal = first.text().endsWith("ing") || first.text().endsWith("ed");
    if (!verbal && match.from() > 0 && isArticle(reading.tokens().get(match.from() - 1))) {
      return;
    }
    boolean trailing = first.text().endsWith("ing") && isAdverbOnly(lastBeingEnd, match.from());
    List<Role> actors;
    if (trailing && lastBeing.isPresent() && !subject.contains(lastBeing.get())) {
      actors = List.of(lastBeing.get());
    } else {
      actors = subject;
    }
    if (verbal && standsBeforeNoun(match)) {
      participle = match.as(Sense.Doing.class).map(Sense.Doing::action);
      return;
    }
    match.as(Sense.Doing.class).ifPresent(deed -> actors.forEach(r -> r.does(deed.action())));
    if (match.has(Sense.Saying.class)) {
      actors.forEach(role -> role.does(Action.TALK));
    }
    Casting.Deed deed = new Casting.Deed(match.start(), match.end(), actors, match);
    deeds.add(deed);
    openDeed = Optional.of(deed);
    object = Optional.empty();
  }

  private static boolean isArticle(Token token) {
    return ARTICLES.contains(token.text());
  }

  /** "the fleeing antelope": a verb between an article or adjective and a noun. */
  private boolean standsBeforeNoun(Match match) {
    if (match.from() == 0 || !isArticle(reading.tokens().get(match.from() - 1))) {
      return false;
    }
    return true;
  }

  private boolean isAdverbOnly(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!reading.tokens().get(i).text().endsWith("ly")) {
        return false;
      }
    }
    return lastBeing.isPresent();
  }

  private void wear(Match match) {
    boolean worn =
        openDeed.flatMap(deed -> deed.verb().as(Sense.Doing.class)).stream()
            .anyMatch(doing -> doing.action() == Action.HOLD);
    Optional<Role> wearer =
        subject.isEmpty() || metInSentence ? lastBeing : subject.stream().findFirst();
    if (worn) {
      wearer = openDeed.orElseThrow().actors().stream().findFirst().or(() -> lastBeing);
    }
    wearer.ifPresent(
        role -> {
          NounPhrase phrase = NounPhrase.before(match, reading);
          phrase.colours().forEach(role::takeColour);
          described.addAll(phrase.used());
          role.takeLook(reading.text().substring(match.start(), match.end()));
        });
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
