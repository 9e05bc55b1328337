package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What tests measure of sound. */
final class Measure {
  private static final int RATE = SoundSource.SAMPLE_RATE;

  private Measure() {}

  /** All sample pairs of a source, read in uneven pieces. */
  static float[] all(SoundSource source, int most) {
    float[] read = new float[2 * most];
    int at = 0;
    int piece = 1;
    while (at < most) {
      int got = source.read(read, at, Math.min(piece, most - at));
      if (got == 0) {
        break;
      }
      at += got;
      piece = piece % 1777 + 311;
    }
    return Arrays.copyOf(read, 2 * at);
  }

  static float[] of(FilmSound plan) {
    try (Soundtrack track = new Soundtrack(plan)) {
      return all(track, (int) plan.samples() + 5000);
    }
  }

  static double peak(float[] samples) {
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** Loudness in decibels between two times; samples of so many channels. */
  static double decibels(float[] samples, int channels, double from, double to) {
    double sum = 0;
    int first = (int) (from * RATE) * channels;
    int last = (int) (to * RATE) * channels;
    for (int i = first; i < last; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / (last - first) + 1e-12);
  }

  static String digest(float[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
    bytes.asFloatBuffer().put(samples);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Median pitch of the voiced parts in hertz, by normalised autocorrelation; 0 when none. */
  static double pitch(float[] samples) {
    List<Double> found = new ArrayList<>();
    int window = RATE / 20;
    for (int start = 0; start + 2 * window < samples.length; start += window) {
      double energy = 0;
      for (int i = 0; i < window; i++) {
        energy += samples[start + i] * samples[start + i];
      }
      if (energy / window > 0.003) {
        double pitch = pitch(samples, start, window, energy);
        if (pitch > 0) {
          found.add(pitch);
        }
      }
    }
    found.sort(null);
    return found.isEmpty() ? 0 : found.get(found.size() / 2);
  }

  private static double pitch(float[] samples, int start, int window, double energy) {
    double best = 0.6;
    int lag = 0;
    for (int shift = RATE / 450; shift < RATE / 65; shift++) {
      double alike = 0;
      double other = 1e-9;
      for (int i = 0; i < window; i++) {
        alike += samples[start + i] * samples[start + i + shift];
        other += samples[start + i + shift] * samples[start + i + shift];
      }
      // A longer period must be clearly better, else every multiple of the true one would win.
      double score = alike / Math.sqrt(energy * other);
      if (score > best * (lag == 0 ? 1 : 1.06)) {
        best = score;
        lag = shift;
      }
    }
    return lag == 0 ? 0 : (double) RATE / lag;
  }
}
