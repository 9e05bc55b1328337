package io.wan4j.media;

import io.wan4j.engine.SoundSource;

/** A sine, left at full and right at half strength. */
final class Tone implements SoundSource {
  private final double hertz;
  private final long length;
  private long position;

  Tone(double hertz, double seconds) {
    this.hertz = hertz;
    this.length = Math.round(seconds * SAMPLE_RATE);
  }

  @Override
  public int read(float[] stereo, int offset, int count) {
    int given = (int) Math.min(count, length - position);
    for (int i = 0; i < given; i++) {
      float sample = at(position + i);
      stereo[2 * (offset + i)] = sample;
      stereo[2 * (offset + i) + 1] = sample / 2;
    }
    position += given;
    return given;
  }

  float at(long sample) {
    return (float) (0.5 * Math.sin(2 * Math.PI * hertz * sample / SAMPLE_RATE));
  }

  @Override
  public void close() {}
}
