package io.wan4j.sound;

import io.wan4j.engine.EngineException;

/** A sound could not be made. */
public final class SoundException extends EngineException {
  public SoundException(String message) {
    super(message);
  }

  public SoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
