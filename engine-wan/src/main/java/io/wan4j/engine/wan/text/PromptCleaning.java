package io.wan4j.engine.wan.text;

import java.util.regex.Pattern;

/**
 * What the pipelines do to a prompt before it is cut into tokens (prompt_clean in diffusers' Wan
 * pipelines): HTML entities decoded twice, runs of white space to one space. Case stays.
 */
public final class PromptCleaning {
  /** Everything that Python's {@code \s} takes for white space. */
  private static final Pattern SPACE =
      Pattern.compile(
          "[\\s\\x0b\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");

  private PromptCleaning() {}

  public static String clean(String prompt) {
    String text = HtmlEntities.decode(HtmlEntities.decode(prompt));
    String even = SPACE.matcher(text).replaceAll(" ");
    return even.replaceAll("^ | $", "");
  }
}
