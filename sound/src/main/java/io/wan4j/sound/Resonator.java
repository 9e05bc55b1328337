package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/**
 * A state-variable filter (Chamberlin, Musical Applications of Microprocessors, 2nd edition,
 * section 14.2) whose frequency may be moved while it runs. Good below 7 kHz.
 */
final class Resonator {
  private double frequency;
  private final double damping;
  private double low;
  private double band;

  /**
   * @param damping 0.02 rings long, 1.4 does not ring
   */
  Resonator(double hertz, double damping) {
    this.damping = damping;
    tune(hertz);
  }

  void tune(double hertz) {
    frequency = 2 * Math.sin(Math.PI * Math.clamp(hertz, 10, 7000) / SoundSource.SAMPLE_RATE);
  }

  /** Takes one sample in; read {@link #low()} or {@link #band()} after. */
  void step(double in) {
    double high = in - low - damping * band;
    band += frequency * high;
    low += frequency * band;
  }

  double low() {
    return low;
  }

  double band() {
    return band;
  }
}
