package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives English words that are in no word file the sense that WordNet's kinds say, where they stand
 * as a noun, a verb or an adjective. The word files always win.
 */
final class EnglishSenses {
  private static final Set<String> BEFORE_NOUNS =
      Set.of(
          "a", "an", "the", "his", "her", "its", "their", "my", "your", "our", "this", "that", "no",
          "some", "each", "every", "another", "these", "those", "any", "many", "several");
  private static final Set<String> WHERE =
      Set.of(
          "in", "at", "inside", "into", "through", "across", "on", "onto", "over", "near",
          "beside");
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "with", "by", "like", "from", "to", "under", "behind", "around", "between", "for");

  /** No article stands further from its noun, in tokens. */
  private static final int REACH = 8;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;

  /** WordNet is asked for no more words than these of one text. */
  private static final int MOST_ASKED = 200;

  /** Whom a name means. */
  private static final Sense SOMEBODY =
      new Sense.Being(Species.PERSON, CastMember.Age.UNSTATED, CastMember.Sex.UNSTATED, 1);

  private final KindMap nouns;
  private final KindMap verbs;

  EnglishSenses(KindMap nouns, KindMap verbs) {
    this.nouns = nouns;
    this.verbs = verbs;
  }

  /** What was found for one text. */
  record Found(List<Match> matches, List<WordSense> senses) {}

  /** The matches with those of words that WordNet understands put in, in order. */
  Found with(String text, List<Token> tokens, List<Match> matches) {
    List<Match> all = new ArrayList<>(matches.size());
    List<WordSense> senses = new ArrayList<>();
    int next = 0;
    int asked = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (next < matches.size() && matches.get(next).from() <= i) {
        Match match = matches.get(next++);
        all.add(match);
        i = match.to() - 1;
        continue;
      }
      if (!mayMeanSomething(tokens.get(i)) || ++asked > MOST_ASKED) {
        continue;
      }
      Optional<Match> understood = understand(text, tokens, i, all, at(matches, next), senses);
      if (understood.isPresent()) {
        all.add(understood.get());
        i = understood.get().to() - 1;
      }
    }
    return new Found(all, senses);
  }

  private static Optional<Match> at(List<Match> matches, int index) {
    return index < matches.size() ? Optional.of(matches.get(index)) : Optional.empty();
  }

  private static boolean mayMeanSomething(Token token) {
    return token.kind() == Token.Kind.WORD
        && token.text().length() >= SHORTEST
        && token.text().length() <= LONGEST
        && token.text().indexOf('\'') < 0
        && !token.text().endsWith("ly");
  }

  private Optional<Match> understand(
      String text,
      List<Token> tokens,
      int at,
      List<Match> before,
      Optional<Match> following,
      List<WordSense> senses) {
    String word = tokens.get(at).text();
    WordNet net = WordNet.shared();
    List<WordNet.Meaning> asNoun = net.nouns(word);
    if (isName(text, tokens.get(at), following.filter(m -> m.from() == at + 1), asNoun)) {
      return Optional.of(match(tokens, at, at + 1, List.of(SOMEBODY)));
    }
    Optional<Match> pair = pair(text, tokens, at, before, following, senses);
    if (pair.isPresent()) {
      return pair;
    }
    List<WordNet.Meaning> asVerb = net.verbs(word);
    int noun = WordNet.uses(asNoun);
    int verb = WordNet.uses(asVerb);
    int adjective = net.adjectiveUses(word);
    Place place = Place.of(tokens, at, before, following);
    if (adjective >= 0 && place.beforeNoun() && adjective >= noun) {
      return Optional.of(match(tokens, at, at + 1, List.of(new Sense.Looks())));
    }
    boolean verbal =
        place.afterActor() && verb >= 0 && verb >= adjective && (noun <= verb || inflected(word));
    if (!verbal && noun >= 0 && (place.nominal() || noun >= Math.max(verb, adjective))) {
      return noun(text, tokens, at, at + 1, asNoun, place, senses);
    }
    boolean joined = place.clause() && inflected(word) && verb > Math.max(noun, adjective);
    return verbal || joined ? verb(text, tokens, at, asVerb, senses) : Optional.empty();
  }

  /** A capital before a deed: "Ben shouts". Words for people and animals are no names. */
  private boolean isName(
      String text, Token token, Optional<Match> next, List<WordNet.Meaning> meanings) {
    boolean acts =
        next.map(match -> match.has(Sense.Saying.class) || match.has(Sense.Doing.class))
            .orElse(false);
    return acts
        && Character.isUpperCase(text.charAt(token.start()))
        && meanings.stream()
            .limit(1)
            .noneMatch(
                meaning -> nouns.nearest(meaning, Sense.Being.class::isInstance).isPresent());
  }

  private static boolean inflected(String word) {
    return word.endsWith("s") || word.endsWith("ing") || word.endsWith("ed");
  }

  /** Two words that are one noun in WordNet: "fire hydrant", "snow globe". */
  private Optional<Match> pair(
      String text,
      List<Token> tokens,
      int at,
      List<Match> before,
      Optional<Match> following,
      List<WordSense> senses) {
    boolean free =
        at + 1 < tokens.size()
            && tokens.get(at + 1).kind() == Token.Kind.WORD
            && following.map(match -> match.from() > at + 1).orElse(true);
    if (!free) {
      return Optional.empty();
    }
    String words = tokens.get(at).text() + " " + tokens.get(at + 1).text();
    List<WordNet.Meaning> meanings = WordNet.shared().nouns(words);
    return meanings.isEmpty()
        ? Optional.empty()
        : noun(text, tokens, at, at + 2, meanings, Place.of(tokens, at, before, following), senses);
  }

  private Optional<Match> noun(
      String text,
      List<Token> tokens,
      int from,
      int to,
      List<WordNet.Meaning> meanings,
      Place place,
      List<WordSense> senses) {
    int most = meanings.getFirst().uses();
    boolean measure = to < tokens.size() && tokens.get(to).is("of");
    for (WordNet.Meaning meaning : meanings) {
      Optional<KindMap.Found> where = nouns.nearest(meaning, Sense.Place.class::isInstance);
      Optional<KindMap.Found> what =
          nouns.nearest(meaning, sense -> !(sense instanceof Sense.Place));
      boolean rare = meaning.uses() * 3 < most;
      // "A puff of smoke" is no pastry: before "of" a thing is only an amount of another.
      if (rare || measure && isObject(what) || where.isEmpty() && what.isEmpty()) {
        continue;
      }
      List<KindMap.Found> taken = new ArrayList<>();
      where.ifPresent(taken::add);
      if (where.isEmpty() || !place.located() && isBuilding(what)) {
        what.ifPresent(taken::addFirst);
      }
      KindMap.Found first = taken.getFirst();
      if (!(first.sense() instanceof Sense.Plain)) {
        senses.add(
            new WordSense(
                text.substring(tokens.get(from).start(), tokens.get(to - 1).end()),
                first.meaning(),
                first.kind(),
                gloss(meaning)));
      }
      return Optional.of(
          match(tokens, from, to, taken.stream().map(KindMap.Found::sense).toList()));
    }
    return Optional.empty();
  }

  private static boolean isBuilding(Optional<KindMap.Found> what) {
    return isA(Species.BUILDING, what);
  }

  private static boolean isObject(Optional<KindMap.Found> what) {
    return isA(Species.OBJECT, what);
  }

  private static boolean isA(Species species, Optional<KindMap.Found> what) {
    return what.map(KindMap.Found::sense)
        .filter(Sense.Being.class::isInstance)
        .map(sense -> ((Sense.Being) sense).species() == species)
        .orElse(false);
  }

  private Optional<Match> verb(
      String text,
      List<Token> tokens,
      int at,
      List<WordNet.Meaning> meanings,
      List<WordSense> senses) {
    for (WordNet.Meaning meaning : meanings.stream().limit(1).toList()) {
      Optional<KindMap.Found> deed = verbs.nearest(meaning, _ -> true);
      if (deed.isPresent()) {
        senses.add(
            new WordSense(
                text.substring(tokens.get(at).start(), tokens.get(at).end()),
                "action " + deed.get().meaning(),
                deed.get().kind(),
                gloss(meaning)));
        return Optional.of(match(tokens, at, at + 1, List.of(deed.get().sense())));
      }
    }
    return Optional.empty();
  }

  /** The definition alone, without WordNet's examples. */
  private static String gloss(WordNet.Meaning meaning) {
    int examples = meaning.gloss().indexOf("; \"");
    return examples < 0 ? meaning.gloss() : meaning.gloss().substring(0, examples);
  }

  private static Match match(List<Token> tokens, int from, int to, List<Sense> senses) {
    return new Match(from, to, tokens.get(from).start(), tokens.get(to - 1).end(), senses);
  }

  /**
   * Where a word stands.
   *
   * @param nominal behind an article, a number, an adjective or a preposition
   * @param located behind a preposition of place, adjectives left out
   * @param afterActor right behind somebody who may do something
   * @param beforeNoun right before a word that may be a noun
   * @param clause at the start of a clause
   */
  private record Place(
      boolean nominal, boolean located, boolean afterActor, boolean beforeNoun, boolean clause) {

    static Place of(List<Token> tokens, int at, List<Match> before, Optional<Match> following) {
      boolean nominal = false;
      boolean located = false;
      int back = at - 1;
      int index = before.size() - 1;
      boolean afterActor =
          index >= 0
              && before.get(index).to() == at
              && (before.get(index).has(Sense.Being.class)
                  || before.get(index).has(Sense.Pronoun.class));
      int lowest = Math.max(0, at - REACH);
      while (back >= lowest) {
        Token token = tokens.get(back);
        while (index >= 0 && before.get(index).from() > back) {
          index--;
        }
        Match match = index >= 0 && before.get(index).to() > back ? before.get(index) : null;
        boolean article = BEFORE_NOUNS.contains(token.text()) || token.possessive();
        boolean where = WHERE.contains(token.text());
        nominal |= article || where || PREPOSITIONS.contains(token.text());
        located |= where;
        boolean describes = match != null && describes(match);
        nominal |= describes;
        if (where || !article && !describes) {
          break;
        }
        back = describes ? match.from() - 1 : back - 1;
      }
      boolean beforeNoun =
          following
                  .filter(match -> match.from() == at + 1)
                  .map(
                      match ->
                          match.has(Sense.Being.class)
                              || match.has(Sense.Place.class)
                              || match.has(Sense.Clothing.class)
                              || describes(match))
                  .orElse(false)
              || at + 1 < tokens.size()
                  && following.map(match -> match.from() > at + 1).orElse(true)
                  && tokens.get(at + 1).kind() == Token.Kind.WORD;
      boolean clause = at > 0 && (tokens.get(at - 1).endsClause() || tokens.get(at - 1).is("and"));
      return new Place(nominal, located, afterActor, beforeNoun, clause);
    }

    private static boolean describes(Match match) {
      return match.has(Sense.Hue.class)
          || match.has(Sense.Nature.class)
          || match.has(Sense.Looks.class)
          || match.has(Sense.Feeling.class)
          || match.has(Sense.Amount.class);
    }
  }
}
