package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds quotations in straight, curly and Chinese marks. An apostrophe is never one: a single mark
 * opens only where a word begins and closes only where one ends.
 */
final class Quotes {
  private static final String OPENING = "“「『";
  private static final String CLOSING = "”」』";

  /** A quotation that does not close within so many chars is none. */
  private static final int LONGEST = 1500;

  /** Single marks are looked for less far: an apostrophe may have no partner at all. */
  private static final int LONGEST_SINGLE = 500;

  private Quotes() {}

  static List<Quote> find(String text) {
    List<Quote> quotes = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int width = width(text, at);
      int close = close(text, at, width);
      if (close < 0) {
        at++;
        continue;
      }
      quotes.add(new Quote(at, close + width, text.substring(at + width, close).strip()));
      at = close + width;
    }
    return quotes;
  }

  /** The text with every quotation blank but for a final full stop, of the same length. */
  static String masked(String text, List<Quote> quotes) {
    StringBuilder masked = new StringBuilder(text);
    for (Quote quote : quotes) {
      char last = quote.text().isEmpty() ? ' ' : quote.text().charAt(quote.text().length() - 1);
      for (int i = quote.start(); i < quote.end(); i++) {
        masked.setCharAt(i, ' ');
      }
      if (".!?。！？".indexOf(last) >= 0 && startsSentence(text, quote.end())) {
        masked.setCharAt(quote.end() - 1, last);
      }
    }
    return masked.toString();
  }

  private static boolean startsSentence(String text, int from) {
    for (int i = from; i < text.length() && i < from + 5; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        return Character.isUpperCase(c);
      }
    }
    return false;
  }

  private static int width(String text, int at) {
    return text.startsWith("''", at) ? 2 : 1;
  }

  /** Index of the closing mark, or -1 when nothing opens here. */
  private static int close(String text, int at, int width) {
    char c = text.charAt(at);
    int kind = OPENING.indexOf(c);
    if (kind >= 0) {
      return within(text.indexOf(CLOSING.charAt(kind), at + 1, end(text, at, LONGEST)), at);
    }
    if (c == '"') {
      return within(text.indexOf('"', at + 1, end(text, at, LONGEST)), at);
    }
    if (c == '\'' || c == '‘') {
      return singleClose(text, at, width);
    }
    return -1;
  }

  private static int end(String text, int at, int longest) {
    return Math.min(text.length(), at + longest);
  }

  private static int within(int close, int open) {
    return close > open + 1 ? close : -1;
  }

  private static int singleClose(String text, int at, int width) {
    if (!opensWord(text, at, width)) {
      return -1;
    }
    char closing = text.charAt(at) == '‘' ? '’' : '\'';
    int candidate = -1;
    for (int i = at + width; i < end(text, at, LONGEST_SINGLE); i++) {
      if (text.charAt(i) != closing) {
        continue;
      }
      int closeWidth = width(text, i);
      if (opensWord(text, i, closeWidth)) {
        return candidate;
      }
      if (closeWidth == width && closesWord(text, i, width)) {
        if (".!?,…。！？，".indexOf(text.charAt(i - 1)) >= 0) {
          return i;
        }
        candidate = candidate < 0 ? i : candidate;
      }
      i += closeWidth - 1;
    }
    return candidate;
  }

  private static boolean opensWord(String text, int at, int width) {
    boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    int next = at + width;
    return free
        && (at == 0 || ".!?…".indexOf(text.charAt(at - 1)) < 0)
        && next < text.length()
        && (Character.isLetterOrDigit(text.charAt(next)) || "¿¡…".indexOf(text.charAt(next)) >= 0);
  }

  private static boolean closesWord(String text, int at, int width) {
    int next = at + width;
    return !Character.isWhitespace(text.charAt(at - 1))
        && (next >= text.length() || !Character.isLetterOrDigit(text.charAt(next)));
  }
}
