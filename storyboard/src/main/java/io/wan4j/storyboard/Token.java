package io.wan4j.storyboard;

/**
 * A word, a number, one Chinese character or one punctuation mark of a text.
 *
 * @param text in lower case
 * @param start index of its first char in the text
 * @param end index after its last char
 * @param possessive written with 's
 */
record Token(String text, int start, int end, Kind kind, boolean possessive) {
  enum Kind {
    WORD,
    NUMBER,
    HAN,
    MARK
  }

  boolean is(String word) {
    return text.equals(word);
  }

  /** Whether a sentence ends here; a colon ends a label ("Medium shot:"). */
  boolean endsSentence() {
    return kind == Kind.MARK && ".!?;:\n。！？；：…".contains(text);
  }

  boolean endsClause() {
    return kind == Kind.MARK && (endsSentence() || ",，、—–".contains(text));
  }

  /** The number it stands for, 0 to 999999, larger ones cut off. */
  int number() {
    return Integer.parseInt(text.substring(0, Math.min(text.length(), 6)));
  }
}
