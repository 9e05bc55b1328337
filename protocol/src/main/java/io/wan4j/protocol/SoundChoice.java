package io.wan4j.protocol;

/** What is to be heard. */
public sealed interface SoundChoice {
  /** The film has no sound track: the model is silent, or the request switched sound off. */
  record Silent() implements SoundChoice {}

  /** The model makes speech, effects and music. */
  record Made() implements SoundChoice {}

  /** The sound is the DRIVING_AUDIO input, cut to the film or followed by silence. */
  record Given(MediaInput audio) implements SoundChoice {}

  /** The input video's sound is kept ({@code audio_setting: origin}). */
  record OfInput() implements SoundChoice {}

  /** The input video's sound or newly made sound, as suits ({@code audio_setting: auto}). */
  record OfInputOrMade() implements SoundChoice {}
}
