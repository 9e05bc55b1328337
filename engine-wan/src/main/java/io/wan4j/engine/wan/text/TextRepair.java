package io.wan4j.engine.wan.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes text less broken and its form even, as {@code ftfy.fix_text} of version 6.3 does with its
 * own settings (ftfy.readthedocs.io, "Configuring ftfy"): mojibake, character references,
 * ligatures, full and half width, curly quotes, line breaks, control characters, lone surrogates,
 * and Unicode's form NFC. The Wan repositories run it over every prompt before anything else, so a
 * Chinese comma reaches the text encoder as a plain one.
 */
final class TextRepair {
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u02bc\\u2018-\\u201b]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201c-\\u201f]");
  private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n|[\\r\\u2028\\u2029\\u0085]");
  private static final Pattern TERMINAL = Pattern.compile("\\x1b\\[[\\p{Nd};]*[a-zA-Z]");

  /** What Unicode's report 20 finds unsuitable, without what makes space or shapes letters. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f\\u206a-\\u206f\\ufeff\\ufff9-\\ufffc]");

  /** ĳ and its like, ǆ ǉ ǌ ǳ, and from ﬀ to ﬆ; æ and œ are letters and stay. */
  private static final String LIGATURES =
      "\u0132\u0133\u01c4\u01c5\u01c6\u01c7\u01c8\u01c9\u01ca\u01cb\u01cc\u01f1\u01f2\u01f3"
          + "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb06";

  private static final Map<Character, String> LETTERS = letters();

  private final Mojibake mojibake = new Mojibake();

  /**
   * Line by line, since lines may have met different fates. From the first {@code <} on the text
   * may be HTML, whose references are meant.
   */
  String repair(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean references = true;
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      String line = text.substring(from, to);
      references &= line.indexOf('<') < 0;
      out.append(repairLine(line, references));
      from = to;
    }
    return out.toString();
  }

  /** Until nothing changes any more: one repair may lay bare the next. */
  private String repairLine(String line, boolean references) {
    String now = line;
    while (true) {
      String next = once(now, references);
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
  }

  private String once(String line, boolean references) {
    String text = references ? HtmlEntities.decodeClosed(line) : line;
    text = Mojibake.readControls(mojibake.repair(text));
    text = evenLetters(text);
    text = SINGLE_QUOTES.matcher(DOUBLE_QUOTES.matcher(text).replaceAll("\"")).replaceAll("'");
    text = LINE_BREAKS.matcher(text).replaceAll("\n");
    text = TERMINAL.matcher(withoutLoneSurrogates(text)).replaceAll("");
    text = CONTROLS.matcher(text).replaceAll("");
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String evenLetters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String even = LETTERS.get(text.charAt(i));
      if (even == null) {
        out.append(text.charAt(i));
      } else {
        out.append(even);
      }
    }
    return out.toString();
  }

  private static String withoutLoneSurrogates(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(code -> code >= 0xD800 && code <= 0xDFFF ? OneByteEncoding.LOST : code)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Latin ligatures and digraphs apart, full and half width to the usual one. */
  private static Map<Character, String> letters() {
    Map<Character, String> letters = new HashMap<>();
    letters.put('\u3000', " ");
    for (char wide = '\uff01'; wide < '\ufff0'; wide++) {
      String usual = Normalizer.normalize(String.valueOf(wide), Normalizer.Form.NFKC);
      if (usual.charAt(0) != wide) {
        letters.put(wide, usual);
      }
    }
    for (char ligature : LIGATURES.toCharArray()) {
      letters.put(ligature, Normalizer.normalize(String.valueOf(ligature), Normalizer.Form.NFKC));
    }
    letters.put('\ufb05', "\u017ft"); // the long s stays
    letters.put('\u0149', "\u02bcn");
    return letters;
  }
}
