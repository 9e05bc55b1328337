package io.wan4j.sound;

import java.util.Objects;

/**
 * Who speaks, and how.
 *
 * @param variant tells apart speakers that are otherwise alike, any number
 * @param likeness the voice it shall have, as far as one is known; it counts more than sex and age
 */
public record Speaker(Kind kind, Sex sex, Age age, Tone tone, int variant, Voiceprint likeness) {
  public static final Speaker ANYBODY =
      new Speaker(Kind.HUMAN, Sex.FEMALE, Age.ADULT, Tone.NEUTRAL, 0);

  public Speaker {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(sex, "sex is null");
    Objects.requireNonNull(age, "age is null");
    Objects.requireNonNull(tone, "tone is null");
    Objects.requireNonNull(likeness, "likeness is null");
  }

  /** A speaker with the usual voice of its kind, sex and age. */
  public Speaker(Kind kind, Sex sex, Age age, Tone tone, int variant) {
    this(kind, sex, age, tone, variant, Voiceprint.UNKNOWN);
  }

  public enum Kind {
    HUMAN,
    /** Small and bright, as cartoon animals speak. */
    SMALL_CREATURE,
    /** Large and deep, as monsters speak. */
    LARGE_CREATURE,
    ROBOT
  }

  public enum Sex {
    FEMALE,
    MALE
  }

  public enum Age {
    CHILD,
    YOUNG,
    ADULT,
    OLD
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
    SUNG,
    RAP,
    NARRATION
  }
}
