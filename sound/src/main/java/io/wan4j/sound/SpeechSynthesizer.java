package io.wan4j.sound;

import java.util.Optional;

/** One way of turning text to speech. */
interface SpeechSynthesizer extends AutoCloseable {
  /** Whether it can read such a text aloud. */
  boolean speaks(String text);

  /**
   * @return what it said; empty when it could not, so that the next one is asked
   */
  Optional<Utterance> speak(String text, Speaker speaker);

  @Override
  void close();
}
