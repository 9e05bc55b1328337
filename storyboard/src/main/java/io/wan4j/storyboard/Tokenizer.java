package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into tokens in one pass. Hyphens and blanks part words and are dropped. */
final class Tokenizer {
  private Tokenizer() {}

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (Language.isHan(c)) {
        tokens.add(token(text, at, end, Token.Kind.HAN));
      } else if (isDigit(c)) {
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        tokens.add(token(text, at, end, Token.Kind.NUMBER));
      } else if (Character.isLetter(c)) {
        end = endOfWord(text, at);
        tokens.add(word(text, at, end));
      } else if (c == '\n' ? partsLines(text, end) : !Character.isWhitespace(c) && c != '-') {
        tokens.add(token(text, at, end, Token.Kind.MARK));
      }
      at = end;
    }
    return tokens;
  }

  /** A line that goes on with a small letter was only wrapped. */
  private static boolean partsLines(String text, int next) {
    int at = next;
    while (at < text.length() && at < next + 8 && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at >= text.length() || !Character.isLowerCase(text.charAt(at));
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean inside = Character.isLetter(c) && !Language.isHan(c);
      if (!inside && !apostropheInside(text, at)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** An apostrophe between letters; doubled when a shell has escaped it. */
  static boolean apostropheInside(String text, int at) {
    if (!isApostrophe(text.charAt(at)) || at == 0) {
      return false;
    }
    int before = at - 1;
    int after = at + 1;
    if (after < text.length() && isApostrophe(text.charAt(after))) {
      after++;
    } else if (isApostrophe(text.charAt(before)) && before > 0) {
      before--;
    }
    return isLatin(text.charAt(before)) && after < text.length() && isLatin(text.charAt(after));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && !Language.isHan(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static Token word(String text, int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT).replaceAll("[’']+", "'");
    boolean possessive = word.endsWith("'s") && word.length() > 2;
    String bare = possessive ? word.substring(0, word.length() - 2) : word;
    return new Token(bare, start, end, Token.Kind.WORD, possessive);
  }

  private static Token token(String text, int start, int end, Token.Kind kind) {
    return new Token(text.substring(start, end), start, end, kind, false);
  }
}
