package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.List;

/** How far everything else steps back while somebody speaks. */
final class Ducking {
  /** -10.5 dB, in the middle of the 9 to 12 dB that film mixers use under speech. */
  static final double DEPTH = 0.299;

  private static final double BEFORE = 0.15;
  private static final double AFTER = 0.2;

  private static final double ATTACK = 0.05;
  private static final double RELEASE = 0.22;

  private final long[] starts;
  private final long[] ends;
  private final double fall = 1 - Math.exp(-1 / (ATTACK * SoundSource.SAMPLE_RATE));
  private final double rise = 1 - Math.exp(-1 / (RELEASE * SoundSource.SAMPLE_RATE));
  private int next;
  private long spokenUntil = -1;
  private double gain = 1;

  Ducking(List<FilmSound.Line> lines) {
    List<FilmSound.Line> sorted =
        lines.stream().sorted((a, b) -> Double.compare(a.start(), b.start())).toList();
    starts = sorted.stream().mapToLong(line -> samples(line.start() - BEFORE)).toArray();
    ends =
        sorted.stream()
            .mapToLong(line -> samples(line.start() + line.utterance().seconds() + AFTER))
            .toArray();
  }

  private static long samples(double seconds) {
    return Math.round(seconds * SoundSource.SAMPLE_RATE);
  }

  /** The gain at a sample of the film; to be asked for every sample in order. */
  double at(long sample) {
    while (next < starts.length && starts[next] <= sample) {
      spokenUntil = Math.max(spokenUntil, ends[next++]);
    }
    double target = sample < spokenUntil ? DEPTH : 1;
    gain += (target - gain) * (target < gain ? fall : rise);
    return gain;
  }
}
