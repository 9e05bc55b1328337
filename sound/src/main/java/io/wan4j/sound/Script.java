package io.wan4j.sound;

/** Tells writing systems apart. */
final class Script {
  private Script() {}

  static boolean isChinese(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /** Whether most of what can be spoken in a text is Chinese. */
  static boolean isChinese(String text) {
    long chinese = text.codePoints().filter(Script::isChinese).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return chinese * 2 > letters;
  }
}
