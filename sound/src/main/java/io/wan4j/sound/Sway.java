package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/** A slow irregular rise and fall between 0 and 1: two sines whose periods never meet. */
final class Sway {
  private final double step;
  private final double phase;
  private long at;

  Sway(double hertz, long seed) {
    step = 2 * Math.PI * hertz / SoundSource.SAMPLE_RATE;
    phase = new Noise(seed).between(0, 2 * Math.PI);
  }

  double next() {
    double angle = step * at++;
    return 0.5 + 0.28 * Math.sin(angle + phase) + 0.22 * Math.sin(0.371 * angle + 1.7 * phase);
  }
}
