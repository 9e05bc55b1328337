package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads sounds that are named and those that what happens implies. */
final class SoundReader {
  private static final double EFFECT_SECONDS = 1.2;
  private static final int MOST_SOUNDS = 12;

  /** Sounds that happen at a moment; all others last through the shot. */
  private static final Set<SoundCue.Kind> MOMENTS =
      EnumSet.of(
          SoundCue.Kind.THUNDER,
          SoundCue.Kind.SPLASH,
          SoundCue.Kind.DOOR,
          SoundCue.Kind.KNOCK,
          SoundCue.Kind.CRACK,
          SoundCue.Kind.GLASS,
          SoundCue.Kind.CLICK,
          SoundCue.Kind.BELL,
          SoundCue.Kind.CHIME,
          SoundCue.Kind.WHOOSH,
          SoundCue.Kind.EXPLOSION,
          SoundCue.Kind.HORN,
          SoundCue.Kind.LAUGHTER,
          SoundCue.Kind.BARK,
          SoundCue.Kind.MEOW,
          SoundCue.Kind.ROAR,
          SoundCue.Kind.NEIGH);

  private SoundReader() {}

  static List<SoundCue> read(
      Reading reading, Casting casting, Vocabulary vocabulary, double start, double end) {
    List<SoundCue> cues = new ArrayList<>();
    for (Match match : reading.matches()) {
      String text = reading.text().substring(match.start(), match.end());
      match
          .as(Sense.Noise.class)
          .ifPresent(
              noise -> add(cues, noise.kind(), text, reading.share(match.start()), start, end));
    }
    for (Quote quote : reading.quotes()) {
      List<Match> inside = vocabulary.lexicon().find(Tokenizer.tokens(quote.text()));
      boolean oneSound = inside.size() == 1 && quote.text().length() < 20;
      if (oneSound && inside.getFirst().has(Sense.Noise.class)) {
        SoundCue.Kind kind = inside.getFirst().as(Sense.Noise.class).orElseThrow().kind();
        add(cues, kind, quote.text(), reading.share(quote.start()), start, end);
      }
    }
    for (Role role : casting.roles()) {
      implied(role).forEach(kind -> add(cues, kind, role.noun, 0, start, end));
    }
    return cues;
  }

  private static void add(
      List<SoundCue> cues,
      SoundCue.Kind kind,
      String text,
      double share,
      double start,
      double end) {
    if (cues.size() >= MOST_SOUNDS || cues.stream().anyMatch(cue -> cue.kind() == kind)) {
      return;
    }
    if (!MOMENTS.contains(kind)) {
      cues.add(new SoundCue(kind, text.toLowerCase(Locale.ROOT), start, end));
      return;
    }
    double from = start + (end - start) * Math.min(share, 0.9);
    double to = Math.min(end, from + EFFECT_SECONDS);
    cues.add(new SoundCue(kind, text.toLowerCase(Locale.ROOT), from, to));
  }

  /** What a deed sounds like when nobody names it. */
  private static List<SoundCue.Kind> implied(Role role) {
    boolean hoofed =
        switch (role.species) {
          case HORSE, DONKEY, ZEBRA, DEER, ANTELOPE, COW, CAMEL, UNICORN -> true;
          default -> false;
        };
    return switch (role.action) {
      case RUN, CHASE, FLEE ->
          hoofed
              ? List.of(SoundCue.Kind.HOOFBEATS)
              : role.species.body() == Species.Body.PERSON
                  ? List.of(SoundCue.Kind.FOOTSTEPS)
                  : List.of();
      case WALK, ENTER ->
          role.species.body() == Species.Body.PERSON || role.species == Species.REFERENCE
              ? List.of(SoundCue.Kind.FOOTSTEPS)
              : List.of();
      case DRIVE -> List.of(SoundCue.Kind.ENGINE);
      case RAP -> List.of(SoundCue.Kind.BEAT);
      case CHEER -> List.of(SoundCue.Kind.CHEERING);
      case CRACK -> List.of(SoundCue.Kind.CRACK);
      default -> List.of();
    };
  }
}
