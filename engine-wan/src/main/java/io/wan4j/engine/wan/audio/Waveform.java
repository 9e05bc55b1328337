package io.wan4j.engine.wan.audio;

import io.wan4j.engine.SoundSource;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sound as speech networks hear it: one channel, {@value #RATE} samples a second.
 *
 * @param samples of -1 to 1
 */
public record Waveform(float[] samples) {
  public static final int RATE = 16_000;

  private static final int FACTOR = SoundSource.SAMPLE_RATE / RATE;

  /** Half the low-pass filter's length, in samples of the faster rate. */
  private static final int REACH = 32 * FACTOR;

  /** Where the filter has lost half, as a share of what the slower rate can hold. */
  private static final double EDGE = 0.94;

  private static final int BLOCK = 1 << 14;

  /**
   * The beginning of a sound file, or of a video's sound; both sides count the same.
   *
   * @param seconds how much to read at most
   * @throws io.wan4j.media.MediaException when it cannot be read or holds no sound
   */
  public static Waveform read(Path file, double seconds) {
    try (SoundReader reader = SoundReader.open(file, 0, seconds, MediaLimits.STANDARD)) {
      return of(reader);
    }
  }

  /** All of a source, brought to the slower rate behind a low-pass filter. */
  static Waveform of(SoundSource source) {
    float[] fast = new float[BLOCK];
    float[] pairs = new float[2 * BLOCK];
    int length = 0;
    for (int read = source.read(pairs, 0, BLOCK); read > 0; read = source.read(pairs, 0, BLOCK)) {
      if (length + read > fast.length) {
        fast = Arrays.copyOf(fast, 2 * (length + read));
      }
      for (int i = 0; i < read; i++) {
        fast[length++] = (pairs[2 * i] + pairs[2 * i + 1]) / 2;
      }
    }
    return new Waveform(slower(fast, length));
  }

  private static float[] slower(float[] fast, int length) {
    double[] filter = lowPass();
    float[] slow = new float[(length + FACTOR - 1) / FACTOR];
    for (int i = 0; i < slow.length; i++) {
      int centre = i * FACTOR;
      double sum = 0;
      int last = Math.min(length - 1, centre + REACH);
      for (int j = Math.max(0, centre - REACH); j <= last; j++) {
        sum += fast[j] * filter[j - centre + REACH];
      }
      slow[i] = (float) sum;
    }
    return slow;
  }

  /** A sinc under a Blackman window, its sum one. */
  private static double[] lowPass() {
    double[] filter = new double[2 * REACH + 1];
    double sum = 0;
    for (int i = 0; i < filter.length; i++) {
      double x = Math.PI * EDGE * (i - REACH) / FACTOR;
      double phase = 2 * Math.PI * i / (filter.length - 1);
      double window = 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
      filter[i] = window * (x == 0 ? 1 : Math.sin(x) / x);
      sum += filter[i];
    }
    for (int i = 0; i < filter.length; i++) {
      filter[i] /= sum;
    }
    return filter;
  }

  /** Brought to mean 0 and variance 1 (Wav2Vec2FeatureExtractor in transformers). */
  Waveform normalized() {
    double mean = 0;
    for (float sample : samples) {
      mean += sample;
    }
    mean /= samples.length;
    double variance = 0;
    for (float sample : samples) {
      variance += (sample - mean) * (sample - mean);
    }
    double scale = 1 / Math.sqrt(variance / samples.length + 1e-7);
    float[] normal = new float[samples.length];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = (float) ((samples[i] - mean) * scale);
    }
    return new Waveform(normal);
  }

  /** The same followed by silence where it is shorter. */
  Waveform atLeast(int length) {
    return samples.length >= length ? this : new Waveform(Arrays.copyOf(samples, length));
  }
}
