package io.wan4j.engine.wan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The classes and rules of {@code mojibake.txt}, which explains its notation, as expressions. */
final class MojibakePatterns {
  private static final String FILE = "mojibake.txt";

  /** Everything that Python's {@code \s} takes for white space. */
  static final String SPACE =
      "\\s\\x0b\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

  private final Map<String, String> classes = new HashMap<>();
  private final List<String> rules = new ArrayList<>();
  private final Pattern bad;
  private final Pattern garbled;

  private MojibakePatterns(String text) {
    classes.put("letter", "A-Za-z");
    classes.put("small", "a-z");
    classes.put("word", "\\p{L}\\p{N}_");
    classes.put("space", SPACE);
    classes.put("any", "\\x00-\\x09\\x0b-\\x{10ffff}");
    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
    bad = Pattern.compile(String.join("|", rules));
    garbled =
        Pattern.compile(
            "(?<![%s])(?:[%s][%s]|[%s][%s]{2}|[%s][%s]{3})+"
                .formatted(
                    named("strict-trail"),
                    named("lead2"),
                    named("trail"),
                    named("lead3"),
                    named("trail"),
                    named("lead4"),
                    named("trail")));
  }

  static MojibakePatterns load() {
    try (InputStream in = MojibakePatterns.class.getResourceAsStream(FILE)) {
      return new MojibakePatterns(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the text holds characters that seldom follow one another in text that is right. */
  boolean isBad(String text) {
    return bad.matcher(text).find();
  }

  /** Runs of characters that bytes of UTF-8 become. */
  Pattern garbled() {
    return garbled;
  }

  private void read(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "class" -> classes.put(words[1], ranges(words));
      case "rule" -> rules.add(rule(words));
      default -> throw new IllegalStateException(FILE + ": " + line);
    }
  }

  private static String ranges(String[] words) {
    StringBuilder set = new StringBuilder();
    for (int i = 2; i < words.length; i++) {
      String[] ends = words[i].split("-");
      set.append("\\x{").append(ends[0]).append('}');
      if (ends.length > 1) {
        set.append("-\\x{").append(ends[1]).append('}');
      }
    }
    return set.toString();
  }

  private String rule(String[] words) {
    StringBuilder expression = new StringBuilder();
    for (int i = 1; i < words.length; i++) {
      expression.append(words[i].equals("^") ? "^" : element(words[i]));
    }
    return expression.toString();
  }

  private String element(String word) {
    boolean not = word.startsWith("!");
    boolean optional = word.endsWith("?") && !word.startsWith("'");
    StringBuilder set = new StringBuilder();
    for (String part :
        word.substring(not ? 1 : 0, word.length() - (optional ? 1 : 0)).split("\\|")) {
      set.append(part.startsWith("'") ? literal(part.substring(1)) : named(part));
    }
    return (not ? "[^" : "[") + set + (optional ? "]?" : "]");
  }

  private String named(String name) {
    String set = classes.get(name);
    if (set == null) {
      throw new IllegalStateException(FILE + " has no class " + name);
    }
    return set;
  }

  /** Java's expressions know the file's escapes too. */
  private static String literal(String characters) {
    return characters.replaceAll("[.?!,]", "\\\\$0");
  }
}
