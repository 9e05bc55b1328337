package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words before a noun that describe it.
 *
 * @param used start indexes of the matches that describe it
 */
record NounPhrase(
    List<Colour> colours,
    List<Sense.Nature> natures,
    Optional<Integer> count,
    List<String> looks,
    List<Integer> used) {

  private static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "his", "her", "their", "its", "this", "that", "my", "your");
  private static final Set<String> JOINTS = Set.of("的", ",", "，", "、", "and", "小", "very", "-");

  /** No adjective stands further from its noun, in tokens. */
  private static final int REACH = 9;

  static NounPhrase before(Match noun, Reading reading) {
    Map<Integer, Match> byLastToken = new HashMap<>();
    int lowest = Math.max(0, noun.from() - REACH);
    reading
        .within(new Span(reading.tokens().get(lowest).start(), noun.start()))
        .forEach(match -> byLastToken.put(match.to() - 1, match));
    List<Colour> colours = new ArrayList<>();
    List<Sense.Nature> natures = new ArrayList<>();
    List<String> looks = new ArrayList<>();
    List<Integer> used = new ArrayList<>();
    Optional<Integer> count = Optional.empty();
    int at = noun.from() - 1;
    while (at >= lowest) {
      Token token = reading.tokens().get(at);
      Match match = byLastToken.get(at);
      if (DETERMINERS.contains(token.text())) {
        break;
      }
      if (match == null || !describes(match)) {
        if (!JOINTS.contains(token.text())) {
          break;
        }
        at--;
        continue;
      }
      String words = reading.text().substring(match.start(), match.end());
      match.as(Sense.Hue.class).ifPresent(hue -> colours.addFirst(new Colour(words, hue.rgb())));
      match.as(Sense.Nature.class).ifPresent(natures::add);
      if (match.has(Sense.Looks.class) || match.has(Sense.Feeling.class)) {
        looks.addFirst(words);
      }
      if (match.has(Sense.Amount.class)) {
        count = match.as(Sense.Amount.class).map(Sense.Amount::count);
      }
      used.add(match.start());
      at = match.from() - 1;
    }
    return new NounPhrase(colours, natures, count, looks, used);
  }

  /** Whether one of these words follows as its own: "granddaughter's hand", "孙女的手". */
  static boolean owns(Match noun, Set<String> things, Reading reading) {
    List<Token> tokens = reading.tokens();
    boolean linked = noun.to() < tokens.size() && tokens.get(noun.to()).is("的");
    int next = linked ? noun.to() + 1 : noun.to();
    return (linked || tokens.get(noun.to() - 1).possessive())
        && next < tokens.size()
        && things.contains(tokens.get(next).text());
  }

  private static boolean describes(Match match) {
    return match.has(Sense.Hue.class)
        || match.has(Sense.Nature.class)
        || match.has(Sense.Looks.class)
        || match.has(Sense.Feeling.class)
        || match.has(Sense.Amount.class);
  }

  void describe(Role role) {
    colours.forEach(role::takeColour);
    natures.forEach(role::take);
    looks.forEach(role::takeLook);
    count.ifPresent(number -> role.count = Math.max(role.count, number));
  }
}
