package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects words that may have named something to see or hear and were not understood. */
final class UnknownWords {
  private static final int MOST = 40;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;

  private UnknownWords() {}

  static List<String> of(List<Reading> readings) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Reading reading : readings) {
      boolean[] known = new boolean[reading.tokens().size()];
      for (Match match : reading.matches()) {
        Arrays.fill(known, match.from(), match.to(), true);
      }
      for (int i = 0; i < known.length && unknown.size() < MOST; i++) {
        Token token = reading.tokens().get(i);
        if (!known[i] && mayMeanSomething(token)) {
          unknown.add(token.text());
        }
      }
      reading.unknownChinese().stream().limit(MOST - unknown.size()).forEach(unknown::add);
    }
    return new ArrayList<>(unknown);
  }

  /** Single Chinese characters out of their word say nothing; adverbs show nothing. */
  private static boolean mayMeanSomething(Token token) {
    return token.kind() == Token.Kind.WORD
        && token.text().length() >= SHORTEST
        && token.text().length() <= LONGEST
        && !token.text().endsWith("ly");
  }
}
