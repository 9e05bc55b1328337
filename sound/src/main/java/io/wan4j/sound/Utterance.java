package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.Objects;

/**
 * A spoken line.
 *
 * @param samples one channel, {@link SoundSource#SAMPLE_RATE} a second, never silent; not to be
 *     changed
 * @param mouth positions of the mouth over the same time
 */
public record Utterance(float[] samples, MouthTrack mouth) {
  public Utterance {
    Objects.requireNonNull(samples, "samples is null");
    Objects.requireNonNull(mouth, "mouth is null");
    if (samples.length == 0) {
      throw new SoundException("an utterance needs at least one sample");
    }
  }

  public double seconds() {
    return (double) samples.length / SoundSource.SAMPLE_RATE;
  }
}
