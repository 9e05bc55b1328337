package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;

/** Loudness of speech: trimmed, evened out, never clipped. */
final class Levels {
  /** Usual loudness of speech, as root mean square of full scale: -18 dB. */
  private static final double SPEECH = 0.126;

  private static final float PEAK = 0.85f;

  /** Quieter than this is silence: -46 dB. */
  private static final float SILENCE = 0.005f;

  private static final int MARGIN = SoundSource.SAMPLE_RATE / 25;

  private Levels() {}

  static boolean audible(float[] samples) {
    for (float sample : samples) {
      if (Math.abs(sample) > SILENCE) {
        return true;
      }
    }
    return false;
  }

  /** First sample that is kept when silence is cut off. */
  static int start(float[] samples) {
    int at = 0;
    while (at < samples.length && Math.abs(samples[at]) < SILENCE) {
      at++;
    }
    return Math.max(0, at - MARGIN);
  }

  static float[] trimmed(float[] samples) {
    int end = samples.length;
    while (end > 0 && Math.abs(samples[end - 1]) < SILENCE) {
      end--;
    }
    int from = start(samples);
    return Arrays.copyOfRange(samples, from, Math.clamp(end + MARGIN, from + 1, samples.length));
  }

  /** Brought to the usual loudness times a gain, in place. */
  static float[] normalised(float[] samples, double gain) {
    double sum = 0;
    int counted = 0;
    float peak = 1e-6f;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    for (float sample : samples) {
      if (Math.abs(sample) > 0.05f * peak) {
        sum += sample * sample;
        counted++;
      }
    }
    double loudness = Math.sqrt(sum / Math.max(1, counted));
    double factor = Math.min(SPEECH * gain / Math.max(loudness, 1e-6), PEAK / peak);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) factor;
    }
    int fade = Math.min(samples.length / 2, SoundSource.SAMPLE_RATE / 100);
    for (int i = 0; i < fade; i++) {
      samples[i] *= (float) i / fade;
      samples[samples.length - 1 - i] *= (float) i / fade;
    }
    return samples;
  }
}
