package io.wan4j.engine.wan.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An encoding of a byte a character. The Windows ones are read loosely, as browsers do (WHATWG
 * Encoding, section 9): a byte without meaning stands for the character of its number, and byte 1A
 * for a character that was lost.
 */
final class OneByteEncoding {
  static final char LOST = '\uFFFD';
  private static final int SUBSTITUTE = 0x1A;

  static final OneByteEncoding LATIN_1 = new OneByteEncoding("ISO-8859-1", false);
  static final OneByteEncoding WINDOWS_1252 = new OneByteEncoding("windows-1252", true);
  static final OneByteEncoding MAC_ROMAN = new OneByteEncoding("x-MacRoman", false);

  /** Those that UTF-8 is mistaken for, the likeliest first. */
  static final List<OneByteEncoding> ALL =
      List.of(
          LATIN_1,
          WINDOWS_1252,
          new OneByteEncoding("windows-1251", true),
          new OneByteEncoding("windows-1250", true),
          new OneByteEncoding("windows-1253", true),
          new OneByteEncoding("windows-1254", true),
          new OneByteEncoding("windows-1257", true),
          new OneByteEncoding("ISO-8859-2", false),
          MAC_ROMAN,
          new OneByteEncoding("IBM437", false));

  private final boolean loose;
  private final char[] characters = new char[256];
  private final Map<Character, Integer> bytes = new HashMap<>();

  private OneByteEncoding(String name, boolean loose) {
    this.loose = loose;
    Charset charset = Charset.forName(name);
    for (int value = 0; value < characters.length; value++) {
      char read = new String(new byte[] {(byte) value}, charset).charAt(0);
      characters[value] = value < 0x80 || read == LOST ? (char) value : read;
    }
    if (loose) {
      characters[SUBSTITUTE] = LOST;
    }
    for (int value = 0; value < characters.length; value++) {
      bytes.put(characters[value], value);
    }
  }

  boolean isLoose() {
    return loose;
  }

  char character(int value) {
    return characters[value];
  }

  /** The text's bytes, each as the character of its number; empty where a character has none. */
  Optional<String> bytes(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      Integer value = bytes.get(text.charAt(i));
      if (value == null) {
        return Optional.empty();
      }
      out.append((char) value.intValue());
    }
    return Optional.of(out.toString());
  }
}
