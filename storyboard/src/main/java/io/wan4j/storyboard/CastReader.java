package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads who and what is to be seen, and who does what to whom. Works on one text, once. */
final class CastReader {
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private static final Set<String> HANDS = Set.of("hand", "hands", "arm", "arms", "手", "胳膊");

  /** Pronouns to whom nothing is done. */
  private static final Set<String> NOMINATIVE = Set.of("he", "she", "they");

  private final Reading reading;
  private final Company company;
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
  private int lastPronounEnd;
  private Optional<Role> lastBeing = Optional.empty();

  private CastReader(Reading reading, List<CastMember> before) {
    this.reading = reading;
    this.company = new Company(before);
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
    return new Casting(reader.company.settled(), reader.deeds, reader.described);
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

  private void meet(Match named) {
    Match match = Kinship.adopted(named, reading, company.roles());
    String words = reading.text().substring(match.start(), match.end());
    Role role = company.role(match, words, isDefinite(match));
    NounPhrase phrase = NounPhrase.before(match, reading);
    phrase.describe(role);
    described.addAll(phrase.used());
    described.add(match.start());
    participle.ifPresent(role::does);
    participle = Optional.empty();
    boolean adjoins = metInSentence && lastBeingEnd == match.from();
    if (isSeenInReference(match)
        || adjoins && Kinship.isTitleOf(lastBeing.orElseThrow(), match, reading)) {
      lastBeing.orElseThrow().isAlso(role);
      company.dismiss(role);
      lastBeingEnd = match.to();
      return;
    }
    if (match.has(Sense.Reference.class) && follows(match, "in", "from")
        || adjoins && Kinship.isOneWith(lastBeing.orElseThrow(), match, reading)) {
      namesTheLast(role);
      lastBeingEnd = match.to();
      return;
    }
    if (isHandOf(match)) {
      takesHandOf(role);
      lastBeingEnd = match.to();
      return;
    }
    place(role, match);
  }

  /** "Holds his granddaughter's hand": what is held is hers. */
  private boolean isHandOf(Match match) {
    return openDeed.filter(deed -> deed(deed.verb()) == Action.HOLD).isPresent()
        && NounPhrase.owns(match, HANDS, reading);
  }

  /** From now on the two of them do together what is told. */
  private void takesHandOf(Role role) {
    List<Role> both = new ArrayList<>(openDeed.orElseThrow().actors());
    both.forEach(actor -> actor.takesHandOf(role));
    both.remove(role);
    both.add(role);
    subject = both;
    openDeed = Optional.empty();
    lastBeing = Optional.of(role);
    metInSentence = true;
  }

  /** "the girl", with or without adjectives: one who may have been named before. */
  private boolean isDefinite(Match match) {
    int lowest = Math.max(0, match.from() - 3);
    for (int i = match.from() - 1; i >= lowest; i--) {
      Token token = reading.tokens().get(i);
      if (token.is("the")) {
        return true;
      }
      if (isArticle(token) || token.endsClause()) {
        return false;
      }
    }
    return false;
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
    company.dismiss(named);
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
      } else if (subject.isEmpty()
          || openDeed.isPresent()
          || onlyScenery(role)
          || startsClause(match)) {
        subject = List.of(role);
        openDeed = Optional.empty();
        cameraActs = cameraActs && afterCameraWords(match);
      }
    }
    lastBeing = Optional.of(role);
    metInSentence = true;
    lastBeingEnd = match.to();
  }

  /** ", a cat sleeps": behind a comma, and right before what it does. */
  private boolean startsClause(Match match) {
    return clauseEndsBetween(
            reading.tokens().get(Math.max(0, lastBeingEnd - 1)).end(), match.start())
        && reading.matches().stream()
            .anyMatch(next -> next.from() == match.to() && next.has(Sense.Doing.class));
  }

  /** Things that were named and did nothing give way to somebody: "a park with benches, a man". */
  private boolean onlyScenery(Role role) {
    return !role.isThing()
        && subject.stream().allMatch(named -> named.isThing() && named.action == Action.UNSTATED);
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
      if (action == Action.GIVE && role.isThing() && role.species != Species.REFERENCE) {
        actor.hold(role.noun);
      } else if (actor != role) {
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

  private void meetAgain(Sense.Who who, Match match) {
    lastPronounEnd = match.to();
    boolean isObject =
        openDeed.isPresent()
            && !NOMINATIVE.contains(reading.tokens().get(match.from()).text())
            && !clauseEndsBetween(openDeed.get().end(), match.start());
    // nobody does it to himself: "the robot flies beside him"
    List<Role> others = isObject ? openDeed.get().actors() : List.of();
    List<Role> meant =
        who == Sense.Who.THEY
            ? company.everybody()
            : company
                .whoFits(who, deeds, others)
                .or(() -> isObject ? Optional.empty() : stranger(who, match))
                .stream()
                .toList();
    if (who != Sense.Who.THEY) {
      meant.forEach(role -> role.isOf(who));
    }
    if (isObject) {
      meant.stream().findFirst().ifPresent(role -> becomeObject(role, openDeed.get()));
    } else if (!meant.isEmpty()) {
      subject = meant;
      openDeed = Optional.empty();
      cameraActs = false;
    }
  }

  /** Who is "she" when nobody was named: somebody new, a woman. */
  private Optional<Role> stranger(Sense.Who who, Match match) {
    return who == Sense.Who.IT || !subject.isEmpty()
        ? Optional.empty()
        : Optional.of(company.stranger(who, reading.text().substring(match.start(), match.end())));
  }

  /** Whether a word that is both a thing and a deed ("watch", "drum") is a deed here. */
  private boolean isDeed(Match match) {
    if (!match.has(Sense.Doing.class)) {
      return false;
    }
    String word = reading.tokens().get(match.from()).text();
    boolean verbal = word.endsWith("ing") || word.endsWith("ed");
    boolean afterSubject =
        !subject.isEmpty() && (match.from() == lastBeingEnd || match.from() == lastPronounEnd);
    return verbal || afterSubject || isSecondDeed(match);
  }

  /** "Sits and watches the rain". */
  private boolean isSecondDeed(Match match) {
    List<Token> tokens = reading.tokens();
    return !subject.isEmpty()
        && match.from() > 0
        && tokens.get(match.from() - 1).is("and")
        && match.to() < tokens.size()
        && isArticle(tokens.get(match.to()));
  }

  private void act(Match match) {
    Token first = reading.tokens().get(match.from());
    boolean verbal = first.text().endsWith("ing") || first.text().endsWith("ed");
    if (!verbal && isNoun(match)) {
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
    if (match.has(Sense.Doing.class)) {
      Action told = walksIn(match) ? Action.ENTER : deed(match);
      actors.forEach(role -> role.does(told));
    }
    if (deed(match) == Action.HOLD_HANDS && !actors.isEmpty()) {
      // of one noun, a couple, each holds the other
      actors.getFirst().takesHandOf(actors.getLast());
    }
    if (match.has(Sense.Saying.class)) {
      actors.forEach(role -> role.does(Action.TALK));
    }
    Casting.Deed deed = new Casting.Deed(match.start(), match.end(), actors, match);
    deeds.add(deed);
    openDeed = Optional.of(deed);
    object = Optional.empty();
  }

  /** "Walks in.", not "walks in the park". */
  private boolean walksIn(Match match) {
    List<Token> tokens = reading.tokens();
    return deed(match) == Action.WALK
        && match.to() < tokens.size()
        && tokens.get(match.to()).is("in")
        && (match.to() + 1 == tokens.size() || tokens.get(match.to() + 1).endsClause());
  }

  private static Action deed(Match match) {
    return match.as(Sense.Doing.class).map(Sense.Doing::action).orElse(Action.UNSTATED);
  }

  /** "The entire garden": behind an article, and not behind somebody who could do it. */
  private boolean isNoun(Match match) {
    int from = match.from();
    if (from > 0 && isArticle(reading.tokens().get(from - 1))) {
      return true;
    }
    return from > 1
        && lastBeingEnd < from
        && isArticle(reading.tokens().get(from - 2))
        && !reading.tokens().get(from - 1).text().endsWith("ly");
  }

  private static boolean isArticle(Token token) {
    return ARTICLES.contains(token.text());
  }

  /** "the fleeing antelope": a verb between an article or adjective and a noun. */
  private boolean standsBeforeNoun(Match match) {
    return match.from() > 0 && isArticle(reading.tokens().get(match.from() - 1));
  }

  private boolean isAdverbOnly(int from, int to) {
    return lastBeing.isPresent()
        && IntStream.range(from, to).allMatch(i -> reading.tokens().get(i).text().endsWith("ly"));
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
}
