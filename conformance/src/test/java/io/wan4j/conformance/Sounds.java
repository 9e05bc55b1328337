package io.wan4j.conformance;

import io.wan4j.engine.SoundSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sounds of syllables: bursts of a few harmonics with pauses, different for each number. */
final class Sounds {
  private static final int RATE = SoundSource.SAMPLE_RATE;

  private Sounds() {}

  /** One channel of samples of -1 to 1. */
  static float[] samples(int number, double seconds) {
    Random random = new Random(number * 104_729L);
    float[] samples = new float[(int) Math.round(seconds * RATE)];
    int at = 0;
    while (at < samples.length) {
      int length = RATE / 8 + random.nextInt(RATE / 6);
      double pitch = 110 + random.nextInt(160);
      double[] weights = {1, random.nextDouble(), random.nextDouble(), random.nextDouble() / 2};
      for (int i = 0; i < length && at + i < samples.length; i++) {
        double swell = Math.sin(Math.PI * i / length);
        double sum = 0;
        for (int harmonic = 0; harmonic < weights.length; harmonic++) {
          sum += weights[harmonic] * Math.sin(2 * Math.PI * pitch * (harmonic + 1) * i / RATE);
        }
        samples[at + i] = (float) (0.22 * swell * sum);
      }
      at += length + random.nextInt(RATE / 10);
    }
    return samples;
  }

  static SoundSource source(int number, double seconds) {
    float[] samples = samples(number, seconds);
    return new SoundSource() {
      private int next;

      @Override
      public int read(float[] stereo, int offset, int count) {
        int pairs = Math.min(count, samples.length - next);
        for (int i = 0; i < pairs; i++) {
          stereo[2 * (offset + i)] = samples[next + i];
          stereo[2 * (offset + i) + 1] = samples[next + i];
        }
        next += pairs;
        return pairs;
      }

      @Override
      public void close() {}
    };
  }

  static void writeWav(Path file, int number, double seconds) {
    float[] samples = samples(number, seconds);
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      int value = Math.round(samples[i] * 32_767);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void writeMp3(Path file, int number, double seconds) {
    Mp3Encoder.write(file, samples(number, seconds), RATE);
  }
}
