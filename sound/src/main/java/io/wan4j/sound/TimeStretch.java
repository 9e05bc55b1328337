package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;

/**
 * Changes the speed of speech and keeps its pitch: waveform-similarity overlap-add (Verhelst and
 * Roelands, ICASSP 1993).
 */
final class TimeStretch {
  private static final int WINDOW = SoundSource.SAMPLE_RATE / 40;
  private static final int HOP = WINDOW / 2;
  private static final int SEARCH = SoundSource.SAMPLE_RATE / 120;

  /** Every so many samples are compared: speech has little above 6 kHz to match. */
  private static final int STRIDE = 4;

  private TimeStretch() {}

  /**
   * @param speed 2 takes half the time; 0.5 to 2
   */
  static float[] faster(float[] samples, double speed) {
    if (Math.abs(speed - 1) < 0.01 || samples.length < 4 * WINDOW) {
      return samples;
    }
    int length = (int) (samples.length / speed);
    float[] out = new float[length + WINDOW];
    int previous = 0;
    for (int at = 0; at < length; at += HOP) {
      int wished = (int) (at * speed);
      int from = at == 0 ? 0 : mostAlike(samples, wished, previous + HOP);
      for (int i = 0; i < WINDOW && from + i < samples.length; i++) {
        double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW);
        out[at + i] += (float) (window * samples[from + i]);
      }
      previous = from;
    }
    return Arrays.copyOf(out, length);
  }

  private static int mostAlike(float[] samples, int wished, int natural) {
    int low = Math.max(0, wished - SEARCH);
    int high = Math.min(samples.length - WINDOW - 1, wished + SEARCH);
    if (natural + HOP >= samples.length || high <= low) {
      return Math.max(0, Math.min(wished, samples.length - WINDOW - 1));
    }
    int best = low;
    double most = Double.NEGATIVE_INFINITY;
    for (int from = low; from <= high; from += 2) {
      double alike = 0;
      for (int i = 0; i < HOP; i += STRIDE) {
        alike += samples[from + i] * samples[natural + i];
      }
      if (alike > most) {
        most = alike;
        best = from;
      }
    }
    return best;
  }
}
