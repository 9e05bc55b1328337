package io.wan4j.engine;

import java.nio.file.Path;

/** What is to be heard. */
public sealed interface SoundPlan {
  /** The film has no sound track. */
  record Silent() implements SoundPlan {}

  /** The engine makes speech, effects and music itself. */
  record Made() implements SoundPlan {}

  /**
   * The given sound, cut to the film's length or followed by silence. The engine may let it drive
   * cuts, motion and mouths; the sound itself is laid under the film by whoever encodes it.
   *
   * @param file a sound file, or a video whose sound is kept
   */
  record Given(Path file) implements SoundPlan {}
}
