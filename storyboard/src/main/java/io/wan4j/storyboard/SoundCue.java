package io.wan4j.storyboard;

import java.util.Objects;

/**
 * A sound the prompt names or its action implies.
 *
 * @param text the words it was read from
 * @param start seconds from the start of the film
 * @param end seconds from the start of the film
 */
public record SoundCue(Kind kind, String text, double start, double end) {
  public SoundCue {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(text, "text is null");
  }

  public enum Kind {
    WIND,
    RAIN,
    SEA,
    STREAM,
    THUNDER,
    FIRE,
    BIRDS,
    INSECTS,
    CITY,
    TRAFFIC,
    CROWD,
    FOOTSTEPS,
    HOOFBEATS,
    WINGS,
    SPLASH,
    DOOR,
    KNOCK,
    CRACK,
    GLASS,
    CLICK,
    BELL,
    CHIME,
    WHOOSH,
    EXPLOSION,
    ENGINE,
    TRAIN,
    HORN,
    MACHINE,
    HEARTBEAT,
    APPLAUSE,
    CHEERING,
    LAUGHTER,
    BARK,
    MEOW,
    ROAR,
    NEIGH,
    MUSIC,
    DRUMS,
    GUITAR,
    PIANO,
    STRINGS,
    FLUTE,
    BEAT,
    /** A sound the prompt names that fits none of the others. */
    OTHER,
    /** The prompt wants nothing but what it names: no bed under it. */
    NOTHING_ELSE
  }
}
