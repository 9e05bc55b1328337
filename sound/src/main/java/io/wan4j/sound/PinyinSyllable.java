package io.wan4j.sound;

import java.util.Optional;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * A syllable of Mandarin taken apart.
 *
 * @param initial as pinyin writes it; empty where there is none
 * @param finalPart as {@code mandarin.properties} names it
 * @param tone 1 to 5
 */
record PinyinSyllable(String initial, String finalPart, int tone) {
  private static final String[] INITIALS = {
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s"
  };

  /** How a character is read, by its commonest reading; empty for what is no Chinese character. */
  static Optional<PinyinSyllable> of(int character) {
    if (!Character.isBmpCodePoint(character)) {
      return Optional.empty();
    }
    String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) character);
    return readings == null || readings.length == 0
        ? Optional.empty()
        : Optional.of(read(readings[0]));
  }

  /**
   * Takes apart a spelling such as {@code zhong1} or {@code lu:4}.
   *
   * @param spelling with the tone's number at its end
   */
  static PinyinSyllable read(String spelling) {
    char last = spelling.charAt(spelling.length() - 1);
    int tone = Character.isDigit(last) ? last - '0' : 5;
    String letters =
        Character.isDigit(last) ? spelling.substring(0, spelling.length() - 1) : spelling;
    letters = letters.replace("u:", "v").replace("ü", "v");
    for (String initial : INITIALS) {
      if (letters.startsWith(initial)) {
        return new PinyinSyllable(
            initial, finalAfter(initial, letters.substring(initial.length())), tone);
      }
    }
    return new PinyinSyllable("", alone(letters), tone);
  }

  private static String finalAfter(String initial, String written) {
    boolean front = "jqx".contains(initial);
    if (front && written.startsWith("u")) {
      return "v" + written.substring(1);
    }
    boolean buzzed = initial.length() == 2 || "rzcs".contains(initial);
    return buzzed && written.equals("i") ? "I" : written;
  }

  /** Where a syllable begins with its final it is spelled with y or w. */
  private static String alone(String written) {
    if (written.startsWith("yu")) {
      return "v" + written.substring(2);
    }
    if (written.startsWith("y")) {
      String rest = written.substring(1);
      return switch (rest) {
        case "ou" -> "iu";
        case "ong" -> "iong";
        case "a", "ao", "an", "ang" -> rest.equals("an") ? "ian" : "i" + rest;
        case "e" -> "ie";
        default -> rest;
      };
    }
    if (written.startsWith("w")) {
      String rest = written.substring(1);
      return switch (rest) {
        case "ei" -> "ui";
        case "en" -> "un";
        case "u" -> "u";
        default -> "u" + rest;
      };
    }
    return written;
  }

  PinyinSyllable inTone(int other) {
    return new PinyinSyllable(initial, finalPart, other);
  }
}
