package io.wan4j.engine.wan.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs text whose UTF-8 was once read as a one-byte encoding ("Ã©" for "é"), if need be several
 * times over, as ftfy.fix_encoding of version 6.3 does. Text in which nothing looks wrong is left
 * alone. Bytes are held as characters of their numbers, so that patterns can run over them.
 */
final class Mojibake {
  /**
   * UTF-8 in which some program took the no-break space, byte A0, for a plain space: after leads
   * that make likely characters.
   */
  private static final Pattern SPACED =
      Pattern.compile(
          "[\\xc2\\xc3\\xc5\\xce\\xd0\\xd9] "
              + "|[\\xe2\\xe3] [\\x80-\\x84\\x86-\\x9f\\xa1-\\xbf]"
              + "|[\\xe0-\\xe3][\\x80-\\x84\\x86-\\x9f\\xa1-\\xbf] "
              + "|\\xf0 [\\x80-\\xbf]{2}|\\xf0[\\x80-\\xbf] [\\x80-\\xbf]|\\xf0[\\x80-\\xbf]{2} ");

  /** "à" as a word of its own, whose space stays; Portuguese "àquele", "às" and so on are one. */
  private static final Pattern LONE_A_GRAVE = Pattern.compile("\\xc3 (?! |quele|quela|quilo|s )");

  /** UTF-8 and CESU-8 some of whose trails were lost: byte 1A, or at most one question mark. */
  private static final Pattern LOSSY =
      Pattern.compile(
          "[\\xc2-\\xdf]\\x1a|[\\xc2\\xc3]\\?"
              + "|\\xed[\\xa0-\\xaf][\\x1a?]\\xed[\\xb0-\\xbf][\\x1a?\\x80-\\xbf]"
              + "|\\xed[\\xa0-\\xaf][\\x1a?\\x80-\\xbf]\\xed[\\xb0-\\xbf][\\x1a?]"
              + "|[\\xe0-\\xef][\\x1a?][\\x1a\\x80-\\xbf]|[\\xe0-\\xef][\\x1a\\x80-\\xbf][\\x1a?]"
              + "|[\\xf0-\\xf4][\\x1a?][\\x1a\\x80-\\xbf]{2}"
              + "|[\\xf0-\\xf4][\\x1a\\x80-\\xbf][\\x1a?][\\x1a\\x80-\\xbf]"
              + "|[\\xf0-\\xf4][\\x1a\\x80-\\xbf]{2}[\\x1a?]|\\x1a");

  private static final String LOST_IN_UTF_8 = "\u00ef\u00bf\u00bd";

  /** A surrogate pair each half of which was written as UTF-8 (Unicode Technical Report 26). */
  private static final Pattern CESU_8 =
      Pattern.compile("\\xed([\\xa0-\\xaf])([\\x80-\\xbf])\\xed([\\xb0-\\xbf])([\\x80-\\xbf])");

  private static final Pattern C1 = Pattern.compile("[\\x80-\\x9f]");

  private final MojibakePatterns patterns = MojibakePatterns.load();

  /** Repairs until nothing changes any more. */
  String repair(String text) {
    String now = text;
    while (true) {
      String next = once(now);
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
  }

  private String once(String text) {
    if (text.chars().allMatch(c -> c < 0x80) || !patterns.isBad(text)) {
      return text;
    }
    for (OneByteEncoding encoding : OneByteEncoding.ALL) {
      Optional<String> read = encoding.bytes(text).flatMap(bytes -> utf8(bytes, encoding));
      if (read.isPresent()) {
        return read.get();
      }
    }
    String parts = repairParts(text);
    return parts.equals(text) ? readControls(text) : parts;
  }

  /** The bytes as UTF-8, with repairs; empty where they are none. */
  private static Optional<String> utf8(String bytes, OneByteEncoding encoding) {
    String whole = bytes;
    // In Mac Roman this would match a dash before a space.
    if (encoding != OneByteEncoding.MAC_ROMAN && SPACED.matcher(whole).find()) {
      whole = LONE_A_GRAVE.matcher(whole).replaceAll("\u00c3\u00a0 ");
      whole = SPACED.matcher(whole).replaceAll(match -> match.group().replace(' ', '\u00a0'));
    }
    if (encoding.isLoose()) {
      whole = LOSSY.matcher(whole).replaceAll(LOST_IN_UTF_8);
    }
    // Java's own variant of UTF-8 writes the null character as C0 80.
    whole = CESU_8.matcher(whole.replace("\u00c0\u0080", "\0")).replaceAll(Mojibake::joined);
    try {
      ByteBuffer raw = ByteBuffer.wrap(whole.getBytes(StandardCharsets.ISO_8859_1));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(raw).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Both halves as the four bytes of one character. */
  private static String joined(MatchResult pair) {
    int code =
        0x10000
            + ((pair.group(1).charAt(0) & 0x0F) << 16)
            + ((pair.group(2).charAt(0) & 0x3F) << 10)
            + ((pair.group(3).charAt(0) & 0x0F) << 6)
            + (pair.group(4).charAt(0) & 0x3F);
    byte[] utf8 = Character.toString(code).getBytes(StandardCharsets.UTF_8);
    return Matcher.quoteReplacement(new String(utf8, StandardCharsets.ISO_8859_1));
  }

  /** Text put together from several encodings: each garbled run by itself. */
  private String repairParts(String text) {
    return patterns
        .garbled()
        .matcher(text)
        .replaceAll(
            match -> {
              String part = match.group();
              boolean repairable = part.length() < text.length() && patterns.isBad(part);
              return Matcher.quoteReplacement(repairable ? repair(part) : part);
            });
  }

  /** Control characters that nobody means are what Windows-1252 has at their numbers. */
  static String readControls(String text) {
    return C1.matcher(text)
        .replaceAll(
            match ->
                String.valueOf(OneByteEncoding.WINDOWS_1252.character(match.group().charAt(0))));
  }
}
