package io.wan4j.engine.wan.cache;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Whether blocks are skipped in steps that change little, and how readily. What is saved in time is
 * paid for in likeness to the film that would have been made without.
 *
 * @param rule by which it is decided
 * @param threshold of the rule, above 0: the higher, the more is skipped; empty for the one that
 *     the network's figures recommend
 */
public record Skipping(Rule rule, OptionalDouble threshold) {
  public static final Skipping NONE = new Skipping(Rule.NONE, OptionalDouble.empty());

  /** Known rules; their words are those of settings. */
  public enum Rule {
    NONE,
    TEACACHE,
    MAGCACHE;

    /** As settings write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Skipping {
    if (threshold.isPresent() && !(threshold.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "the threshold of " + rule.word() + " is above 0, not " + threshold.getAsDouble());
    }
  }

  /**
   * Reads {@code none}, {@code teacache}, {@code magcache}, or one of these with a threshold, such
   * as {@code teacache:0.08}.
   *
   * @throws IllegalArgumentException with what was given and what may be given
   */
  public static Skipping parse(String text) {
    String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
    for (Rule rule : Rule.values()) {
      if (rule.word().equals(parts[0])) {
        return new Skipping(
            rule,
            parts.length == 1 ? OptionalDouble.empty() : OptionalDouble.of(number(parts[1], text)));
      }
    }
    throw wrong(text);
  }

  private static double number(String text, String whole) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong(whole);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "\"%s\" is none of %s, with or without a threshold as in teacache:0.08"
            .formatted(
                text,
                Arrays.stream(Rule.values()).map(Rule::word).collect(Collectors.joining(", "))));
  }
}
