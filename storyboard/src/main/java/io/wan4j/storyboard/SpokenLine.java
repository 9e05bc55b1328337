package io.wan4j.storyboard;

import java.util.Objects;

/**
 * Words somebody says.
 *
 * @param speaker the noun of the speaking {@link CastMember}; empty when the prompt does not say
 *     who
 * @param start seconds from the start of the film
 * @param end seconds from the start of the film: an estimate from the length of the text, within
 *     the shot
 */
public record SpokenLine(
    String text, String speaker, Language language, Tone tone, double start, double end) {

  public SpokenLine {
    Objects.requireNonNull(text, "text is null");
    Objects.requireNonNull(speaker, "speaker is null");
    Objects.requireNonNull(language, "language is null");
    Objects.requireNonNull(tone, "tone is null");
  }

  public enum Tone {
    NEUTRAL,
    WHISPER,
    SHOUT,
    HAPPY,
    SAD,
    ANGRY,
    FEARFUL,
    GENTLE,
    EXCITED,
    SERIOUS,
    /** Sung, not spoken. */
    SUNG,
    RAP,
    /** The voice of a narrator who is not seen. */
    NARRATION
  }
}
