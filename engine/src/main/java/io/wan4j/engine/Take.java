package io.wan4j.engine;

import java.util.List;
import java.util.Optional;

/**
 * What an engine hands over: the frames and the sound of one film, streamed. Frames are read by one
 * thread; the sound may be read by another. Closing stops all work on it and frees everything.
 */
public interface Take extends AutoCloseable {
  FrameSize size();

  int frameRate();

  int frameCount();

  /**
   * Fills the given frame with the next picture.
   *
   * @return false when all {@link #frameCount()} frames have been read
   * @throws EngineException when the picture could not be made
   * @throws CancelledException when the work was cancelled
   */
  boolean read(Frame into);

  /**
   * Whether the frame last read begins a new shot, so that the encoder can start afresh. Where an
   * engine does not know, it never does.
   */
  default boolean atCut() {
    return false;
  }

  /**
   * The sound the engine made, to be read once; empty when the brief asks for none or brings its
   * own. It may end before the film; the rest is silent.
   */
  Optional<SoundSource> sound();

  /** What whoever asked should know about how the film was made, in plain sentences. */
  default List<String> notes() {
    return List.of();
  }

  @Override
  void close();
}
