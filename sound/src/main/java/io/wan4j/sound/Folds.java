package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/** The source of a voice: pulses of the vocal folds, and breath. */
final class Folds {
  private final VoiceStyle style;
  private final Noise breath;
  private double phase;

  Folds(VoiceStyle style, Noise breath) {
    this.style = style;
    this.breath = breath;
  }

  /** The next sample at a pitch in hertz. */
  double next(double pitch) {
    phase += pitch / SoundSource.SAMPLE_RATE;
    phase -= Math.floor(phase);
    // The folds close faster than they open, which gives the tone its upper harmonics.
    double open = phase < 0.6 ? Math.sin(Math.PI * phase / 0.6) - 0.38 : -0.38;
    double pulse = 0.45 * open + 0.75 * (phase < 0.6 ? phase / 0.6 - 0.5 : -0.5 * (1 - phase));
    double source = pulse * (1 - style.whisper()) + breath.next() * (0.04 + 0.5 * style.whisper());
    return style.robot() > 0
        ? Math.signum(pulse) * 0.4 * style.robot() + source * (1 - style.robot())
        : source;
  }

  double noise() {
    return breath.next();
  }
}
