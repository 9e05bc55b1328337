package io.wan4j.storyboard;

import java.util.List;
import java.util.Objects;

/**
 * Somebody or something to be seen.
 *
 * @param noun as written, without article ("cheetah", "old man", "Image 1", "小猫")
 * @param count how many; crowds ("a herd of") are 12, armies 40
 * @param target the noun of the other member or the thing the action goes to ("rides a warhorse"),
 *     or empty
 * @param colours colours of the body or clothes, in order
 * @param look other words that describe it, in order ("fluffy", "long coat")
 * @param holds the nouns of the things it has in its hands, in order
 */
public record CastMember(
    String noun,
    Species species,
    Age age,
    Sex sex,
    int count,
    Action action,
    String target,
    Heading heading,
    List<Colour> colours,
    List<String> look,
    MediaReference reference,
    List<String> holds) {

  public CastMember {
    Objects.requireNonNull(noun, "noun is null");
    Objects.requireNonNull(species, "species is null");
    Objects.requireNonNull(age, "age is null");
    Objects.requireNonNull(sex, "sex is null");
    Objects.requireNonNull(action, "action is null");
    Objects.requireNonNull(target, "target is null");
    Objects.requireNonNull(heading, "heading is null");
    Objects.requireNonNull(reference, "reference is null");
    colours = List.copyOf(colours);
    look = List.copyOf(look);
    holds = List.copyOf(holds);
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  /** Somebody who holds nothing. */
  public CastMember(
      String noun,
      Species species,
      Age age,
      Sex sex,
      int count,
      Action action,
      String target,
      Heading heading,
      List<Colour> colours,
      List<String> look,
      MediaReference reference) {
    this(
        noun, species, age, sex, count, action, target, heading, colours, look, reference,
        List.of());
  }

  public enum Age {
    UNSTATED,
    BABY,
    CHILD,
    YOUNG,
    ADULT,
    OLD
  }

  public enum Sex {
    UNSTATED,
    FEMALE,
    MALE
  }

  /** Where it goes or looks, on screen. */
  public enum Heading {
    UNSTATED,
    LEFT,
    RIGHT,
    TOWARDS_CAMERA,
    AWAY,
    UP,
    DOWN
  }
}
