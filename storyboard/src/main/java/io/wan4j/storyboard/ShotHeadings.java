package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds headings of shots: "Shot 1 [0-3s]", "Scene 2:", "First shot:", "镜头1", "第一个镜头", lone time
 * stamps, and numbered lists. The forms are those of DashScope's text-to-video, image-to-video and
 * reference-to-video guides.
 */
final class ShotHeadings {
  private static final List<String> ENGLISH_NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final String CHINESE_NUMBERS = "一二三四五六七八九十";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:shot|scene|clip)\\s{0,2}(?:#|no\\.?\\s?|number\\s)?(?<en>\\d{1,4}|"
              + String.join("|", ENGLISH_NUMBERS)
              + ")(?![\\p{L}\\d])"
              + "|(?:in\\s)?(?:the\\s)?(?<ordinal>"
              + String.join("|", ORDINALS)
              + "|final|last|next|opening)\\s(?:shot|scene)(?!\\p{L})"
              + "|(?:镜头|分镜头?|场景|画面|镜)\\s?(?<zh>\\d{1,4}|["
              + CHINESE_NUMBERS
              + "]{1,3})(?![\\d转直路切起点同镜边个只位])"
              + "|第\\s?(?<zhth>\\d{1,4}|["
              + CHINESE_NUMBERS
              + "]{1,3})\\s?(?:个|组)?\\s?(?:镜头|分镜|场景|画面|镜|幕)"
              + "|(?<zhlast>最后)一?(?:个|组)?(?:镜头|分镜|场景|画面)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTED =
      Pattern.compile("(?<n>\\d{1,2})(?:[.)）．]\\s{0,3}|、)(?=\\D)");
  private static final Pattern AFTER = Pattern.compile("[\\s*_]{0,4}[:：.,，、|\\-—–]?[\\s*_]{0,4}");

  private ShotHeadings() {}

  /** In order; the most telling form the text uses. Empty when it names no shots. */
  static List<ShotHeading> find(String text) {
    List<ShotHeading> numbered = numbered(text);
    List<ShotHeading> stamped = stamped(text);
    List<ShotHeading> listed = listed(text);
    if (listed.size() > Math.max(1, Math.max(numbered.size(), stamped.size()))) {
      return listed;
    }
    boolean stampedAhead =
        stamped.size() == numbered.size()
            && numbered.stream().allMatch(heading -> heading.stamp().kind() == Stamp.Kind.NONE);
    if (!numbered.isEmpty() && numbered.size() >= stamped.size() && !stampedAhead) {
      return numbered;
    }
    return stamped.isEmpty() ? numbered : stamped;
  }

  private static List<ShotHeading> numbered(String text) {
    List<ShotHeading> found = new ArrayList<>();
    Matcher matcher = NUMBERED.matcher(text);
    int highest = 0;
    while (matcher.find()) {
      if (!startsSentence(text, matcher.start())) {
        continue;
      }
      int number = number(matcher);
      boolean labelled = labelled(text, matcher.end());
      if (matcher.group("ordinal") != null && !labelled && number == 0 && found.isEmpty()) {
        continue;
      }
      if (number > highest || number == 0 && (labelled || !found.isEmpty())) {
        highest = number == 0 ? highest + 1 : number;
        found.add(withStamp(text, matcher.start(), matcher.end(), number));
      }
    }
    return found;
  }

  private static int number(Matcher matcher) {
    String english = matcher.group("en");
    String ordinal = matcher.group("ordinal");
    String chinese = matcher.group("zh") != null ? matcher.group("zh") : matcher.group("zhth");
    if (english != null) {
      int word = ENGLISH_NUMBERS.indexOf(english.toLowerCase(Locale.ROOT));
      return word >= 0 ? word + 1 : Integer.parseInt(english);
    }
    if (ordinal != null) {
      return ordinal.equalsIgnoreCase("opening")
          ? 1
          : ORDINALS.indexOf(ordinal.toLowerCase(Locale.ROOT)) + 1;
    }
    return chinese == null ? 0 : chineseNumber(chinese);
  }

  private static int chineseNumber(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      return CHINESE_NUMBERS.indexOf(text.charAt(0)) + 1;
    }
    int tens = ten == 0 ? 1 : CHINESE_NUMBERS.indexOf(text.charAt(0)) + 1;
    boolean exact = ten == text.length() - 1;
    return 10 * tens + (exact ? 0 : CHINESE_NUMBERS.indexOf(text.charAt(ten + 1)) + 1);
  }

  /**
   * Whether a colon, a stamp or the like follows, as behind a heading and not within a sentence.
   */
  private static boolean labelled(String text, int end) {
    int at = skipBlanks(text, end);
    return at < text.length() && ":：[(（【.".indexOf(text.charAt(at)) >= 0;
  }

  private static ShotHeading withStamp(String text, int start, int end, int number) {
    int at = skip(text, end);
    Stamp.Found stamp = Stamp.at(text, skipBlanks(text, end), true);
    if (!stamp.present()) {
      stamp = Stamp.at(text, at, true);
    }
    if (!stamp.present()) {
      return new ShotHeading(start, at, number, Stamp.NONE);
    }
    return new ShotHeading(start, skip(text, stamp.end()), number, stamp.stamp());
  }

  private static List<ShotHeading> stamped(String text) {
    List<ShotHeading> found = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (!mayStartStamp(text.charAt(i)) || !startsSentence(text, i)) {
        continue;
      }
      Stamp.Found stamp = Stamp.at(text, i, false);
      if (stamp.present()) {
        int end = skip(text, stamp.end());
        Matcher shot = NUMBERED.matcher(text).region(end, text.length());
        if (shot.lookingAt()) {
          end = skip(text, shot.end());
        }
        found.add(new ShotHeading(i, end, 0, stamp.stamp()));
        i = Math.max(i, end - 1);
      }
    }
    return found;
  }

  private static boolean mayStartStamp(char c) {
    return c >= '0' && c <= '9' || "[(（【〈<第fFtTsS时".indexOf(c) >= 0;
  }

  private static List<ShotHeading> listed(String text) {
    List<ShotHeading> found = new ArrayList<>();
    Matcher matcher = LISTED.matcher(text);
    while (matcher.find()) {
      boolean next = Integer.parseInt(matcher.group("n")) == found.size() + 1;
      if (next && startsSentence(text, matcher.start())) {
        found.add(withStamp(text, matcher.start(), matcher.end(), found.size() + 1));
      }
    }
    return found;
  }

  private static boolean startsSentence(String text, int index) {
    int at = index - 1;
    while (at >= 0
        && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '*')) {
      at--;
    }
    if (at < 0
        || at == index - 1
            && Character.isLetterOrDigit(text.charAt(at))
            && !Language.isHan(text.charAt(at))) {
      return at < 0;
    }
    return ".!?;:,…。！？；：，、\n\r\"'”’」』)]）】#-—|>".indexOf(text.charAt(at)) >= 0;
  }

  private static int skip(String text, int from) {
    Matcher after = AFTER.matcher(text).region(from, text.length());
    return after.lookingAt() ? after.end() : from;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && at < from + 4 && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
