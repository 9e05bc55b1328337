package io.wan4j.storyboard;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time the prompt writes beside a shot.
 *
 * @param from seconds; the length for {@link Kind#LENGTH}
 * @param to seconds; equal to {@code from} unless a range
 */
record Stamp(Kind kind, double from, double to) {
  static final Stamp NONE = new Stamp(Kind.NONE, 0, 0);

  enum Kind {
    NONE,
    /** {@code [0-3s]}. */
    RANGE,
    /** {@code [3s]} alone: where it starts. */
    START,
    /** {@code Shot 1 (3s)}: how long it is. */
    LENGTH
  }

  private static final String UNIT = "(?:seconds?|secs?|s|秒钟?)";
  private static final String TIME =
      "(?:(\\d{1,3}):([0-5]?\\d(?:\\.\\d{1,3})?)|(\\d{1,5}(?:\\.\\d{1,3})?))";
  private static final String TO = "\\s{0,2}(?:-|–|—|~|～|to\\b|through\\b|至|到|→)\\s{0,2}";
  private static final String BEFORE = "(?:from\\s|time:?\\s?|时间[:：]?|seconds?\\s|第)?";
  private static final String RANGE =
      BEFORE + TIME + "\\s?(" + UNIT + ")?" + TO + "第?" + TIME + "\\s?(" + UNIT + ")?";
  private static final String SINGLE = BEFORE + TIME + "\\s?(" + UNIT + ")?";
  private static final String OPEN = "[\\[(（【〈<]\\s?";
  private static final String CLOSE = "\\s?[\\])）】〉>]";

  private static final Pattern BRACKETED_RANGE = pattern(OPEN + RANGE + CLOSE);
  private static final Pattern BRACKETED_TIME = pattern(OPEN + SINGLE + CLOSE);
  private static final Pattern BARE_RANGE = pattern(RANGE + "(?![\\p{L}\\d])");
  private static final Pattern BARE_CHINESE_RANGE = pattern(RANGE + "(?<=秒|秒钟)");

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** A stamp and where it ends in the text. */
  record Found(Stamp stamp, int end) {
    static final Found NOTHING = new Found(NONE, -1);

    boolean present() {
      return end >= 0;
    }
  }

  /**
   * Reads the stamp that starts exactly at an index.
   *
   * @param besideShot whether a shot heading stands just before: then {@code (3s)} is a length and
   *     brackets without unit count
   */
  static Found at(String text, int index, boolean besideShot) {
    Matcher range = BRACKETED_RANGE.matcher(text).region(index, text.length());
    if (range.lookingAt() && (besideShot || isTime(range) || text.charAt(index) == '[')) {
      return new Found(range(range), range.end());
    }
    Matcher single = BRACKETED_TIME.matcher(text).region(index, text.length());
    if (single.lookingAt() && (single.group(4) != null || single.group(1) != null)) {
      double time = seconds(single, 1);
      Kind kind = besideShot && single.group(1) == null ? Kind.LENGTH : Kind.START;
      return new Found(new Stamp(kind, time, time), single.end());
    }
    for (Pattern bare : new Pattern[] {BARE_CHINESE_RANGE, BARE_RANGE}) {
      Matcher found = bare.matcher(text).region(index, text.length()).useTransparentBounds(true);
      if (found.lookingAt() && isTime(found)) {
        return new Found(range(found), found.end());
      }
    }
    return Found.NOTHING;
  }

  /** Whether it has a unit or minutes, so that it cannot be any two numbers. */
  private static boolean isTime(MatchResult range) {
    return range.group(4) != null
        || range.group(8) != null
        || range.group(1) != null && range.group(5) != null;
  }

  private static Stamp range(MatchResult match) {
    double from = seconds(match, 1);
    double to = seconds(match, 5);
    return to > from ? new Stamp(Kind.RANGE, from, to) : new Stamp(Kind.START, from, from);
  }

  /** Groups: minutes, seconds after minutes, plain seconds. */
  private static double seconds(MatchResult match, int group) {
    if (match.group(group) != null) {
      return 60 * Integer.parseInt(match.group(group)) + Double.parseDouble(match.group(group + 1));
    }
    return Double.parseDouble(match.group(group + 2));
  }
}
