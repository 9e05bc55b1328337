package io.wan4j.bench.suite;

import io.wan4j.engine.SoundSource;
import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import io.wan4j.media.SoundReader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The loudness of a finished film over time, decoded: of everything and of the voice's band alone
 * (300 to 3400 Hz, what a telephone carries).
 */
final class SoundStudy {
  /** Level of digital silence. */
  static final double SILENCE_DB = -100;

  private static final int BLOCK = SoundSource.SAMPLE_RATE / 20;
  private static final double LOW = 300;
  private static final double HIGH = 3400;

  private final boolean track;
  private final double[] all;
  private final double[] voice;

  private SoundStudy(boolean track, double[] all, double[] voice) {
    this.track = track;
    this.all = all;
    this.voice = voice;
  }

  static SoundStudy of(Path film) {
    boolean heard = MediaProbe.probe(film) instanceof ClipFacts facts && facts.hasSound();
    if (!heard) {
      return new SoundStudy(false, new double[0], new double[0]);
    }
    double[] all = new double[64];
    double[] voice = new double[64];
    int blocks = 0;
    Band band = new Band();
    float[] stereo = new float[2 * BLOCK];
    try (SoundReader reader = SoundReader.open(film)) {
      while (true) {
        int read = 0;
        int more;
        while (read < BLOCK && (more = reader.read(stereo, read, BLOCK - read)) > 0) {
          read += more;
        }
        if (read == 0) {
          break;
        }
        if (blocks == all.length) {
          all = Arrays.copyOf(all, 2 * blocks);
          voice = Arrays.copyOf(voice, 2 * blocks);
        }
        double sum = 0;
        double banded = 0;
        for (int i = 0; i < read; i++) {
          double sample = (stereo[2 * i] + stereo[2 * i + 1]) / 2.0;
          double within = band.next(sample);
          sum += sample * sample;
          banded += within * within;
        }
        all[blocks] = decibel(sum / read);
        voice[blocks++] = decibel(banded / read);
      }
    }
    return new SoundStudy(true, Arrays.copyOf(all, blocks), Arrays.copyOf(voice, blocks));
  }

  private static double decibel(double power) {
    return Math.max(SILENCE_DB, 10 * Math.log10(power + 1e-12));
  }

  /** Whether the film has a sound track. */
  boolean track() {
    return track;
  }

  /** The level that a tenth of the time is louder than, dB of full scale. */
  double loud(double from, double to) {
    return upper(all, from, to);
  }

  /** The same in the voice's band. */
  double voiced(double from, double to) {
    return upper(voice, from, to);
  }

  private static double upper(double[] levels, double from, double to) {
    int first = Math.min(levels.length, (int) Math.round(from * 20));
    int last = Math.min(levels.length, (int) Math.round(to * 20));
    if (last <= first) {
      return SILENCE_DB;
    }
    double[] part = Arrays.copyOfRange(levels, first, last);
    Arrays.sort(part);
    return part[(int) (part.length * 0.9)];
  }

  /** A high-pass and a low-pass of first order, twice each. */
  private static final class Band {
    private final double high = Math.exp(-2 * Math.PI * LOW / SoundSource.SAMPLE_RATE);
    private final double low = 1 - Math.exp(-2 * Math.PI * HIGH / SoundSource.SAMPLE_RATE);
    private final double[] before = new double[2];
    private final double[] passed = new double[2];
    private final double[] smooth = new double[2];

    double next(double sample) {
      double value = sample;
      for (int i = 0; i < 2; i++) {
        double out = high * (passed[i] + value - before[i]);
        before[i] = value;
        passed[i] = out;
        value = out;
      }
      for (int i = 0; i < 2; i++) {
        smooth[i] += low * (value - smooth[i]);
        value = smooth[i];
      }
      return value;
    }
  }
}
