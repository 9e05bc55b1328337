package io.wan4j.storyboard;

/** One meaning of a word or phrase, as the word files give it. A phrase may have several. */
sealed interface Sense {
  record Place(Setting setting) implements Sense {}

  record Hour(TimeOfDay time) implements Sense {}

  record Year(Look.Season season) implements Sense {}

  record Sky(Weather weather) implements Sense {}

  record Feeling(Look.Mood mood) implements Sense {}

  record Manner(Look.Style style) implements Sense {}

  record Hue(int rgb) implements Sense {}

  record Being(Species species, CastMember.Age age, CastMember.Sex sex, int count)
      implements Sense {}

  /** An adjective that says how old or of what sex somebody is. */
  record Nature(CastMember.Age age, CastMember.Sex sex) implements Sense {}

  /** What somebody wears. */
  record Clothing() implements Sense {}

  /** An adjective that is kept as it is. */
  record Looks() implements Sense {}

  /** {@code Image 2}: not a word of the files, found by its number. */
  record Reference(MediaReference media) implements Sense {}

  record Amount(int count) implements Sense {}

  record Doing(Action action) implements Sense {}

  /** A verb of speech, and how it is said. */
  record Saying(SpokenLine.Tone tone) implements Sense {}

  /** An adverb that says how something is said. */
  record Manners(SpokenLine.Tone tone) implements Sense {}

  /** A word that stands for somebody named before. */
  record Pronoun(Who who) implements Sense {}

  enum Who {
    HE,
    SHE,
    IT,
    THEY
  }

  record Size(ShotSize size) implements Sense {}

  record Angle(CameraAngle angle) implements Sense {}

  /** The camera, named. */
  record Lens() implements Sense {}

  /** A camera move whose direction is in the phrase. */
  record Move(CameraMove.Kind kind) implements Sense {}

  /** A camera verb that may need a direction; some mean the camera only when it is the subject. */
  record Motion(CameraVerb verb) implements Sense {}

  record Way(Direction direction) implements Sense {}

  record Facing(CastMember.Heading heading) implements Sense {}

  record Pace(CameraMove.Speed speed) implements Sense {}

  record Extent(CameraMove.Strength strength) implements Sense {}

  record Ease(CameraMove.Easing easing) implements Sense {}

  record Link(Order order) implements Sense {}

  enum Order {
    TOGETHER,
    AFTERWARDS
  }

  /** The picture changes to another shot. */
  record Cut() implements Sense {}

  record Noise(SoundCue.Kind kind) implements Sense {}

  /**
   * A word that shows nothing: articles, prepositions, abstract words, and shields of other words.
   */
  record Plain() implements Sense {}
}
