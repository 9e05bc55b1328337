package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Strikes in time: once, or in a row that is never quite even. */
final class Effects implements Generator {
  /** A horse's gallop: three beats and a pause, in units of the period. */
  private static final double[] GALLOP = {1, 1, 1.6};

  private static final double[] EVEN = {1};

  /** Unlike strikes made ahead; a row takes them in turn. */
  private static final int TAKES = 4;

  private final Noise noise;
  private final List<float[]> takes = new ArrayList<>();
  private final double period;
  private final double[] rhythm;
  private final Deque<Playing> playing = new ArrayDeque<>();
  private double untilNext;
  private int count;

  private static final class Playing {
    final float[] samples;
    final float level;
    int at;

    Playing(float[] samples, float level) {
      this.samples = samples;
      this.level = level;
    }
  }

  Effects(Sound sound, long seed) {
    noise = new Noise(seed);
    period = Strikes.period(sound) * SoundSource.SAMPLE_RATE;
    rhythm = sound == Sound.HOOFBEATS ? GALLOP : EVEN;
    for (int i = 0; i < (period > 0 ? TAKES : 1); i++) {
      takes.add(Strikes.of(sound, noise));
    }
  }

  @Override
  public float next() {
    if (untilNext-- <= 0) {
      float level = count == 0 ? 1 : (float) noise.between(0.7, 1);
      playing.add(new Playing(takes.get(count % takes.size()), level));
      double beat = period * rhythm[count % rhythm.length];
      untilNext = period > 0 ? beat * noise.between(0.96, 1.04) : Double.POSITIVE_INFINITY;
      count++;
    }
    float sum = 0;
    for (Playing strike : playing) {
      sum += strike.level * strike.samples[strike.at++];
    }
    while (!playing.isEmpty() && playing.peek().at >= playing.peek().samples.length) {
      playing.poll();
    }
    return sum;
  }
}
