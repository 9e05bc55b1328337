package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;

/**
 * What a voice sounds like in a recording.
 *
 * @param pitch median fundamental frequency in hertz; 0 when nothing voiced was heard
 * @param pace syllables a second while somebody speaks; 0 when too little was heard to say
 */
public record Voiceprint(double pitch, double pace) {
  /** Of nobody: the voice is chosen by sex and age. */
  public static final Voiceprint UNKNOWN = new Voiceprint(0, 0);

  /**
   * Speech has its pitch far below a quarter of this rate, which makes the search nine times
   * shorter.
   */
  private static final int REDUCTION = 3;

  private static final int RATE = SoundSource.SAMPLE_RATE / REDUCTION;
  private static final int WINDOW = RATE / 25;
  private static final int HOP = RATE / 50;
  private static final int HIGHEST = 450;
  private static final int LOWEST = 65;

  /** Likeness of two periods from which a stretch counts as voiced. */
  private static final double VOICED = 0.62;

  private static final int ENVELOPE_RATE = 100;

  /** A syllable stands out from the dips beside it by so much (2 dB in level). */
  private static final double DIP = 0.8;

  /** Levels below this share of the loud ones are pauses. */
  private static final double PAUSE = 0.12;

  private static final double SHORTEST_SPEECH_SECONDS = 0.8;

  /**
   * Measures a recording.
   *
   * @param samples one channel, {@link SoundSource#SAMPLE_RATE} a second
   */
  public static Voiceprint of(float[] samples) {
    float[] reduced = reduced(samples);
    double[] pitches = pitches(reduced);
    if (pitches.length < 5) {
      return UNKNOWN;
    }
    Arrays.sort(pitches);
    return new Voiceprint(pitches[pitches.length / 2], pace(samples));
  }

  private static float[] reduced(float[] samples) {
    float[] reduced = new float[samples.length / REDUCTION];
    for (int i = 0; i < reduced.length; i++) {
      int at = i * REDUCTION;
      reduced[i] = (samples[at] + samples[at + 1] + samples[at + 2]) / REDUCTION;
    }
    return reduced;
  }

  /** The pitch of every voiced stretch, by normalised autocorrelation. */
  private static double[] pitches(float[] samples) {
    double[] found = new double[samples.length / HOP + 1];
    int count = 0;
    double threshold = 0.1 * loudest(samples);
    int reach = WINDOW + RATE / LOWEST + 1;
    for (int start = 0; start + reach < samples.length; start += HOP) {
      double energy = energy(samples, start);
      if (Math.sqrt(energy / WINDOW) > threshold) {
        double pitch = pitch(samples, start, energy);
        if (pitch > 0) {
          found[count++] = pitch;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static double loudest(float[] samples) {
    double loudest = 1e-4;
    for (int start = 0; start + WINDOW < samples.length; start += HOP) {
      loudest = Math.max(loudest, Math.sqrt(energy(samples, start) / WINDOW));
    }
    return loudest;
  }

  private static double energy(float[] samples, int start) {
    double energy = 0;
    for (int i = start; i < start + WINDOW; i++) {
      energy += samples[i] * samples[i];
    }
    return energy;
  }

  private static double pitch(float[] samples, int start, double energy) {
    double best = VOICED;
    int lag = 0;
    for (int shift = RATE / HIGHEST; shift <= RATE / LOWEST; shift++) {
      double alike = 0;
      for (int i = start; i < start + WINDOW; i++) {
        alike += samples[i] * samples[i + shift];
      }
      double score = alike / Math.sqrt(energy * energy(samples, start + shift) + 1e-12);
      // A longer period must be clearly better, else every multiple of the true one would win.
      if (score > best * (lag == 0 ? 1 : 1.06)) {
        best = score;
        lag = shift;
      }
    }
    return lag == 0 ? 0 : (double) RATE / lag;
  }

  /** Hills of the loudness between dips, for each second that is no pause. */
  private static double pace(float[] samples) {
    double[] level = envelope(samples);
    double[] sorted = level.clone();
    Arrays.sort(sorted);
    double loud = sorted[(int) (0.95 * (sorted.length - 1))];
    int spoken = 0;
    int syllables = 0;
    double peak = 0;
    double dip = Double.MAX_VALUE;
    boolean rising = true;
    for (double now : level) {
      spoken += now > PAUSE * loud ? 1 : 0;
      if (rising) {
        peak = Math.max(peak, now);
        if (now < DIP * peak) {
          syllables += peak > 2 * PAUSE * loud ? 1 : 0;
          rising = false;
          dip = now;
        }
      } else {
        dip = Math.min(dip, now);
        if (now * DIP > dip) {
          rising = true;
          peak = now;
        }
      }
    }
    double seconds = (double) spoken / ENVELOPE_RATE;
    return seconds < SHORTEST_SPEECH_SECONDS ? 0 : syllables / seconds;
  }

  private static double[] envelope(float[] samples) {
    int hop = SoundSource.SAMPLE_RATE / ENVELOPE_RATE;
    double[] level = new double[Math.max(1, samples.length / hop)];
    for (int i = 0; i < level.length; i++) {
      double sum = 0;
      for (int at = i * hop; at < Math.min(samples.length, (i + 1) * hop); at++) {
        sum += samples[at] * samples[at];
      }
      level[i] = Math.sqrt(sum / hop);
    }
    double[] smooth = new double[level.length];
    for (int i = 0; i < level.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int k = -4; k <= 4; k++) {
        if (i + k >= 0 && i + k < level.length) {
          double weight = 5 - Math.abs(k);
          sum += weight * level[i + k];
          weights += weight;
        }
      }
      smooth[i] = sum / weights;
    }
    return smooth;
  }
}
