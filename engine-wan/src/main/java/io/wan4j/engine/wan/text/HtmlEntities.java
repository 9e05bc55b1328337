package io.wan4j.engine.wan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes character references as the HTML standard tells browsers to, and as Python's {@code
 * html.unescape} does: names may lack their semicolon, and numbers from 128 to 159 mean
 * Windows-1252.
 */
final class HtmlEntities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String REPLACEMENT = "\uFFFD";
  private static final int MOST_DIGITS = 8;

  /** By name, with the semicolon where it belongs to the name. */
  private static final Map<String, String> BY_NAME = load();

  /** References whose end is plain. */
  private static final Pattern CLOSED = Pattern.compile("&#?[0-9A-Za-z]{1,24};");

  private HtmlEntities() {}

  /**
   * Only references that end in a semicolon, so that "this&not that" stays; besides, names in
   * capitals of letters and symbols that are known in small ones, as {@code
   * ftfy.fixes.unescape_html} does.
   */
  static String decodeClosed(String text) {
    return CLOSED
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(closed(match.group())));
  }

  private static String closed(String reference) {
    String name = reference.substring(1);
    if (name.startsWith("#")) {
      String decoded = decode(reference);
      return decoded.contains(";") ? reference : decoded;
    }
    String known = BY_NAME.get(name);
    if (known != null) {
      return known;
    }
    String small = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
    return capitals && small != null && decode(reference).equals(reference)
        ? small.toUpperCase(Locale.ROOT)
        : reference;
  }

  static String decode(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
  }

  private static String character(String reference) {
    return reference.startsWith("#") ? numbered(reference) : named(reference);
  }

  /** The longest known name at the beginning counts. */
  private static String named(String reference) {
    for (int length = reference.length(); length > 1; length--) {
      String found = BY_NAME.get(reference.substring(0, length));
      if (found != null) {
        return found + reference.substring(length);
      }
    }
    return "&" + reference;
  }

  private static String numbered(String reference) {
    boolean hex = reference.charAt(1) == 'x' || reference.charAt(1) == 'X';
    String digits = reference.substring(hex ? 2 : 1).replace(";", "").replaceFirst("^0+(?=.)", "");
    if (digits.length() > MOST_DIGITS) {
      return REPLACEMENT;
    }
    long code = Long.parseLong(digits, hex ? 16 : 10);
    if (code == 0 || code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
      return REPLACEMENT;
    }
    int point = (int) code;
    if (point >= 0x80 && point <= 0x9F) {
      String windows = new String(new byte[] {(byte) point}, WINDOWS);
      return windows.equals(REPLACEMENT) ? Character.toString(point) : windows;
    }
    return isForbidden(point) ? "" : Character.toString(point);
  }

  /** Control characters and code points that are no characters. */
  private static boolean isForbidden(int point) {
    return (point < 0x20 && point != '\t' && point != '\n' && point != '\f' && point != '\r')
        || point == 0x7F
        || (point >= 0xFDD0 && point <= 0xFDEF)
        || (point & 0xFFFE) == 0xFFFE;
  }

  private static Map<String, String> load() {
    try (InputStream in = HtmlEntities.class.getResourceAsStream("html-entities.txt")) {
      Map<String, String> all = new HashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] columns = line.split(" ");
          StringBuilder characters = new StringBuilder();
          for (int i = 1; i < columns.length; i++) {
            characters.appendCodePoint(Integer.parseInt(columns[i], 16));
          }
          all.put(columns[0], characters.toString());
        }
      }
      return Map.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
