package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sees Chinese words as wholes: a character that is known alone counts for nothing within another
 * word, and an unknown noun is taken as the kind its last character names.
 */
final class ChineseSenses {
  /**
   * What was found for one text.
   *
   * @param unknown nouns that nothing is known of, in order
   */
  record Found(List<Match> matches, List<WordSense> senses, List<String> unknown) {}

  private record Suffix(String meaning, Sense sense) {}

  private final Map<String, Suffix> suffixes;

  private ChineseSenses(Map<String, Suffix> suffixes) {
    this.suffixes = suffixes;
  }

  static ChineseSenses read(Function<String, Sense> reading) {
    Map<String, Suffix> suffixes = new HashMap<>();
    for (WordFile.Entry entry : WordFile.read("chinese/suffixes.txt")) {
      for (String character : entry.phrases()) {
        suffixes.put(character, new Suffix(entry.meaning(), reading.apply(entry.meaning())));
      }
    }
    return new ChineseSenses(suffixes);
  }

  /** The matches as whole words have them. */
  Found with(String text, List<Token> tokens, List<Match> matches) {
    Map<Integer, Match> byStart = new TreeMap<>();
    matches.forEach(match -> byStart.put(match.from(), match));
    int[] lengths = lengths(tokens, matches);
    List<WordSense> senses = new ArrayList<>();
    Map<String, Boolean> unknown = new LinkedHashMap<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = endOfRun(tokens, at);
      if (end == at) {
        at++;
        continue;
      }
      String run = text.substring(tokens.get(at).start(), tokens.get(end - 1).end());
      for (Span word : words(run, at, lengths)) {
        settle(text, tokens, at, word, byStart, lengths, senses, unknown);
      }
      at = end;
    }
    return new Found(List.copyOf(byStart.values()), senses, List.copyOf(unknown.keySet()));
  }

  private static int endOfRun(List<Token> tokens, int from) {
    int to = from;
    while (to < tokens.size()
        && tokens.get(to).kind() == Token.Kind.HAN
        && (to == from || tokens.get(to).start() == tokens.get(to - 1).end())) {
      to++;
    }
    return to;
  }

  /** How long the match is that holds each token; 0 where none does. */
  private static int[] lengths(List<Token> tokens, List<Match> matches) {
    int[] lengths = new int[tokens.size()];
    for (Match match : matches) {
      Arrays.fill(lengths, match.from(), match.to(), match.to() - match.from());
    }
    return lengths;
  }

  /** The nouns of a run of characters, by index; single ones before a suffix are drawn to it. */
  private List<Span> words(String run, int start, int[] lengths) {
    List<Span> words = new ArrayList<>();
    int at = 0;
    int loose = 0;
    for (ChineseSegmenter.Word word : ChineseSegmenter.shared().words(run)) {
      int end = at + word.text().length();
      boolean single = word.text().codePointCount(0, word.text().length()) == 1;
      boolean free = start + at < lengths.length && lengths[start + at] == 0;
      if (single && free && suffixes.containsKey(word.text()) && at - loose >= 2) {
        words.add(new Span(loose, end));
        loose = end;
      } else if (!single) {
        words.add(new Span(at, word.noun() ? end : -end));
        loose = end;
      } else if (!free || !word.nature().matches("[nv].*|a")) {
        loose = end;
      }
      at = end;
    }
    return words;
  }

  /**
   * @param word its characters in the run; a negative end is that of a word which is no noun
   */
  private void settle(
      String text,
      List<Token> tokens,
      int run,
      Span word,
      Map<Integer, Match> byStart,
      int[] lengths,
      List<WordSense> senses,
      Map<String, Boolean> unknown) {
    boolean noun = word.end() > 0;
    int from = run + word.start();
    int to = run + Math.abs(word.end());
    // A phrase of the word files that is more than one character knows better.
    if (to > tokens.size() || holds(lengths, from, to, 2)) {
      return;
    }
    String name = text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    int last = tokens.get(to - 1).end() - tokens.get(to - 1).start();
    Suffix suffix = suffixes.get(name.substring(name.length() - last));
    Match head = byStart.get(to - 1);
    if (!noun) {
      dropThings(byStart, from, to);
    } else if (head != null && isThing(head)) {
      dropThings(byStart, from, to);
      byStart.put(from, whole(tokens, from, to, head.senses()));
      senses.add(new WordSense(name, meaning(head), tokens.get(to - 1).text(), ""));
    } else if (head == null && suffix != null) {
      dropThings(byStart, from, to);
      if (!byStart.containsKey(from)) {
        byStart.put(from, whole(tokens, from, to, List.of(suffix.sense())));
        senses.add(new WordSense(name, suffix.meaning(), tokens.get(to - 1).text(), ""));
      }
    } else if (!holds(lengths, from, to, 1)) {
      unknown.put(name, true);
    }
  }

  private static boolean holds(int[] lengths, int from, int to, int least) {
    for (int i = from; i < to; i++) {
      if (lengths[i] >= least) {
        return true;
      }
    }
    return false;
  }

  /** Only words for what is to be seen are mistaken within others; verbs are left as they are. */
  private static void dropThings(Map<Integer, Match> byStart, int from, int to) {
    for (int i = from; i < to; i++) {
      Match match = byStart.get(i);
      if (match != null && isThing(match)) {
        byStart.remove(i);
      }
    }
  }

  private static boolean isThing(Match match) {
    return match.has(Sense.Being.class) || match.has(Sense.Place.class);
  }

  private static String meaning(Match head) {
    return head.as(Sense.Being.class)
        .map(being -> "cast " + being.species())
        .or(() -> head.as(Sense.Place.class).map(place -> "place " + place.setting()))
        .orElse("");
  }

  private static Match whole(List<Token> tokens, int from, int to, List<Sense> senses) {
    return new Match(from, to, tokens.get(from).start(), tokens.get(to - 1).end(), senses);
  }
}
