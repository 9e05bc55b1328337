package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds media named by number: {@code Image 1}, {@code Video 2}, {@code character3}, {@code 图1},
 * {@code 视频2} (DashScope's reference-to-video guide).
 */
final class References {
  private static final Map<String, MediaReference.Kind> ENGLISH =
      Map.of(
          "image", MediaReference.Kind.IMAGE,
          "picture", MediaReference.Kind.IMAGE,
          "video", MediaReference.Kind.VIDEO,
          "character", MediaReference.Kind.CHARACTER);

  /** By last character of the word: 图 and 图片, 视频, 角色 and 人物. */
  private static final Map<String, MediaReference.Kind> CHINESE =
      Map.of(
          "图", MediaReference.Kind.IMAGE,
          "片", MediaReference.Kind.IMAGE,
          "频", MediaReference.Kind.VIDEO,
          "色", MediaReference.Kind.CHARACTER);

  private static final Map<String, String> BEFORE = Map.of("片", "图", "频", "视", "色", "角");

  private static final int HIGHEST = 99;

  private References() {}

  /** The matches with those of references put in, in order; they win over overlapping words. */
  static List<Match> with(List<Token> tokens, List<Match> matches) {
    List<Match> all = new ArrayList<>(matches.size());
    int next = 0;
    for (int i = 1; i < tokens.size(); i++) {
      Token number = tokens.get(i);
      if (isTheOnly(tokens, i)) {
        next = put(tokens, matches, all, next, i - 1, i, only(tokens.get(i)));
        continue;
      }
      OptionalInt bare = theOnlyInChinese(tokens, i);
      if (bare.isPresent()) {
        MediaReference.Kind kind =
            number.is("频") ? MediaReference.Kind.VIDEO : MediaReference.Kind.IMAGE;
        next = put(tokens, matches, all, next, bare.getAsInt(), i, new MediaReference(kind, 1));
        continue;
      }
      if (number.kind() != Token.Kind.NUMBER) {
        continue;
      }
      int from = firstToken(tokens, i - 1);
      MediaReference media = media(tokens.get(i - 1), number, from >= 0);
      if (!media.present()) {
        continue;
      }
      next = put(tokens, matches, all, next, from, i, media);
    }
    all.addAll(matches.subList(next, matches.size()));
    return all;
  }

  /** Adds the matches up to a reference and the reference; returns the first match behind it. */
  private static int put(
      List<Token> tokens,
      List<Match> matches,
      List<Match> all,
      int from,
      int first,
      int last,
      MediaReference media) {
    int next = from;
    while (next < matches.size() && matches.get(next).to() <= first) {
      all.add(matches.get(next++));
    }
    while (next < matches.size() && matches.get(next).from() <= last) {
      next++;
    }
    List<Sense> senses = List.of(new Sense.Reference(media));
    all.add(new Match(first, last + 1, tokens.get(first).start(), tokens.get(last).end(), senses));
    return next;
  }

  /** "The reference image dances": the only one; "Reference image, anime style" is a heading. */
  private static boolean isTheOnly(List<Token> tokens, int at) {
    return tokens.get(at - 1).is("reference")
        && ENGLISH.containsKey(tokens.get(at).text())
        && at + 1 < tokens.size()
        && tokens.get(at + 1).kind() == Token.Kind.WORD;
  }

  /**
   * "参考图中的女孩", "参考图在跳舞", "参考视频里的人": the first token of the only reference. Not with a number, not
   * as a heading ("参考图："), and not where only its style is meant.
   */
  private static OptionalInt theOnlyInChinese(List<Token> tokens, int at) {
    if (at + 1 >= tokens.size()) {
      return OptionalInt.empty();
    }
    boolean named =
        ends(tokens, at, "参", "考", "图")
            || ends(tokens, at, "参", "考", "视", "频")
            || ends(tokens, at, "参", "考", "图", "片")
            || ends(tokens, at, "参", "考", "图", "像");
    Token next = tokens.get(at + 1);
    boolean longer = tokens.get(at).is("图") && (next.is("片") || next.is("像"));
    boolean counted = next.kind() == Token.Kind.NUMBER;
    if (!named || longer || counted || next.endsClause() || next.is("：") || next.is(":")) {
      return OptionalInt.empty();
    }
    int after = next.is("的") ? at + 2 : at + 1;
    boolean style = after < tokens.size() && tokens.get(after).text().startsWith("风");
    int from = tokens.get(at).is("图") ? at - 2 : at - 3;
    return style ? OptionalInt.empty() : OptionalInt.of(from);
  }

  private static boolean ends(List<Token> tokens, int at, String... words) {
    int from = at - words.length + 1;
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(from + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  private static MediaReference only(Token word) {
    return new MediaReference(ENGLISH.get(word.text()), 1);
  }

  /** The first token of the word that ends at a token, -1 when it is none of these words. */
  private static int firstToken(List<Token> tokens, int last) {
    String text = tokens.get(last).text();
    if (ENGLISH.containsKey(text) || text.equals("图")) {
      return last;
    }
    boolean two = last > 0 && tokens.get(last - 1).text().equals(BEFORE.get(text));
    return two ? last - 1 : -1;
  }

  private static MediaReference media(Token word, Token number, boolean known) {
    boolean adjacent = number.start() - word.end() <= 1;
    int value = number.number();
    if (!known || !adjacent || value < 1 || value > HIGHEST) {
      return MediaReference.NONE;
    }
    MediaReference.Kind english = ENGLISH.get(word.text());
    return new MediaReference(english != null ? english : CHINESE.get(word.text()), value);
  }
}
