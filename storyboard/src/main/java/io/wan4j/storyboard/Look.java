package io.wan4j.storyboard;

import java.util.List;
import java.util.Objects;

/**
 * How the picture shall look and feel.
 *
 * @param moods everything named, in order
 * @param colours colours of the whole picture ("teal and orange", "bathed in gold"), in order
 * @param season the time of year
 * @param words the words of the prompt these were read from
 */
public record Look(
    Style style, List<Mood> moods, List<Colour> colours, Season season, List<String> words) {
  public Look {
    Objects.requireNonNull(style, "style is null");
    Objects.requireNonNull(season, "season is null");
    moods = List.copyOf(moods);
    colours = List.copyOf(colours);
    words = List.copyOf(words);
  }

  /** A look of no season. */
  public Look(Style style, List<Mood> moods, List<Colour> colours, List<String> words) {
    this(style, moods, colours, Season.UNSTATED, words);
  }

  /** The time of year. */
  public enum Season {
    UNSTATED,
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER
  }

  /** The manner of the picture. */
  public enum Style {
    UNSTATED,
    REALISTIC,
    CINEMATIC,
    CARTOON,
    ANIMATION_3D,
    ANIME,
    WEBTOON,
    OIL_PAINTING,
    WATERCOLOUR,
    INK,
    SKETCH,
    PIXEL,
    CLAY,
    FELT,
    PAPER,
    BLACK_AND_WHITE,
    VINTAGE_FILM,
    DOCUMENTARY,
    CYBERPUNK,
    GRAFFITI
  }

  /** Feeling and light. */
  public enum Mood {
    WARM,
    COLD,
    BRIGHT,
    DARK,
    SOFT,
    HARD_LIGHT,
    RIM_LIGHT,
    BACKLIT,
    GOLDEN,
    NEON,
    VIVID,
    MUTED,
    LOW_CONTRAST,
    HIGH_CONTRAST,
    DREAMY,
    CALM,
    JOYFUL,
    MELANCHOLY,
    LONELY,
    MYSTERIOUS,
    TENSE,
    EPIC,
    ROMANTIC,
    PLAYFUL,
    EERIE,
    ENERGETIC
  }
}
