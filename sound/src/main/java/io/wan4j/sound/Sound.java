package io.wan4j.sound;

/** Everything that can be heard apart from speech. The names are those of storyboard cues. */
public enum Sound {
  WIND(Family.BED),
  RAIN(Family.BED),
  SEA(Family.BED),
  STREAM(Family.BED),
  FIRE(Family.BED),
  BIRDS(Family.BED),
  INSECTS(Family.BED),
  CITY(Family.BED),
  TRAFFIC(Family.BED),
  CROWD(Family.BED),
  ROOM_TONE(Family.BED),
  UNDERWATER(Family.BED),
  SPACE(Family.BED),
  ENGINE(Family.BED),
  MACHINE(Family.BED),
  APPLAUSE(Family.BED),
  CHEERING(Family.BED),
  FOOTSTEPS(Family.EFFECT),
  HOOFBEATS(Family.EFFECT),
  WINGS(Family.EFFECT),
  THUNDER(Family.EFFECT),
  SPLASH(Family.EFFECT),
  DOOR(Family.EFFECT),
  KNOCK(Family.EFFECT),
  CRACK(Family.EFFECT),
  GLASS(Family.EFFECT),
  CLICK(Family.EFFECT),
  BELL(Family.EFFECT),
  CHIME(Family.EFFECT),
  WHOOSH(Family.EFFECT),
  EXPLOSION(Family.EFFECT),
  TRAIN(Family.EFFECT),
  HORN(Family.EFFECT),
  HEARTBEAT(Family.EFFECT),
  LAUGHTER(Family.EFFECT),
  BARK(Family.EFFECT),
  MEOW(Family.EFFECT),
  ROAR(Family.EFFECT),
  NEIGH(Family.EFFECT),
  MUSIC(Family.MUSIC),
  DRUMS(Family.MUSIC),
  GUITAR(Family.MUSIC),
  PIANO(Family.MUSIC),
  STRINGS(Family.MUSIC),
  FLUTE(Family.MUSIC),
  BEAT(Family.MUSIC);

  private final Family family;

  Sound(Family family) {
    this.family = family;
  }

  public Family family() {
    return family;
  }

  public enum Family {
    /** Lasts, without beginning or end. */
    BED,
    /** Happens, once or in a row. */
    EFFECT,
    MUSIC
  }
}
