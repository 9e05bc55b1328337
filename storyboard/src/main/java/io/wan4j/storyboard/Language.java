package io.wan4j.storyboard;

/** The language of a prompt or of a spoken line. */
public enum Language {
  ENGLISH,
  CHINESE;

  /** The language most of the letters belong to; English when there are none. */
  public static Language of(String text) {
    long chinese = text.codePoints().filter(Language::isHan).count();
    long latin = text.codePoints().filter(c -> c < 0x250 && Character.isLetter(c)).count();
    // One Chinese character says about as much as three to four Latin letters.
    return chinese * 3 > latin ? CHINESE : ENGLISH;
  }

  static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
