package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A planned film sound, made while it is read: beds, effects and music step back under speech, and
 * nothing goes over -1 dB of full scale. Exactly as long as planned.
 */
public final class Soundtrack implements SoundSource {
  /** -1 dB. */
  static final float CEILING = 0.8912f;

  /** Effects step back less than beds: they belong to what is seen. */
  private static final double EFFECT_SHARE = 0.4;

  private static final int BLOCK = 1024;
  private static final int LINE_FADE = 240;

  private final FilmSound plan;
  private final List<Layer> beds = new ArrayList<>();
  private final List<Layer> effects = new ArrayList<>();
  private final List<Layer> speech = new ArrayList<>();
  private final Ducking ducking;
  private final Limiter limiter = new Limiter(CEILING);
  private final float[] mix = new float[2 * BLOCK];
  private final float[] bus = new float[2 * BLOCK];
  private final double[] gains = new double[BLOCK];
  private long mixed;
  private long delivered;
  private int ready;
  private int taken;

  public Soundtrack(FilmSound plan) {
    this.plan = plan;
    this.ducking = new Ducking(plan.lines());
    long seed = plan.seed() * 1009;
    for (FilmSound.Cue cue : Joined.cues(plan.cues())) {
      seed += 17;
      place(cue, seed);
    }
    plan.lines().forEach(this::place);
    fill();
    // What the limiter gives first is its own delay.
    taken = Limiter.AHEAD;
  }

  private void place(FilmSound.Cue cue, long seed) {
    long start = samples(cue.start());
    long end = samples(cue.end());
    double seconds = cue.end() - cue.start();
    int in = (int) Math.min(Layer.FADE, (end - start) / 2);
    // A bed fades after the cut, under the fade of the next one, so that no hole is heard.
    boolean reachesEnd = end >= plan.samples() - 1;
    long fadedEnd = reachesEnd ? plan.samples() : end + in;
    switch (cue.sound().family()) {
      case BED -> {
        Generator left = Beds.of(cue.sound(), seed, seed * 2 + 1);
        Generator right = Beds.of(cue.sound(), seed, seed * 2 + 2);
        beds.add(new Layer(left, right, start, fadedEnd, in, in, cue.gain(), cue.pan()));
      }
      case MUSIC -> {
        Generator music = new Music(cue.sound(), seed, seconds, cue.intensity());
        int out = (int) Math.min(2L * Layer.FADE, (end - start) / 2);
        long last = reachesEnd ? plan.samples() : end + out;
        beds.add(new Layer(music, music, start, last, 0, out, 0.8 * cue.gain(), cue.pan()));
      }
      case EFFECT -> {
        Generator effect = new Effects(cue.sound(), seed);
        boolean row = Strikes.period(cue.sound()) > 0;
        // What happens once rings out; a row ends when its cue ends.
        long last = row ? end : Math.max(end, start + 4L * SAMPLE_RATE);
        int out = (int) Math.min(Layer.FADE, (last - start) / 2);
        effects.add(new Layer(effect, effect, start, last, 0, out, 0.6 * cue.gain(), cue.pan()));
      }
    }
  }

  private void place(FilmSound.Line line) {
    float[] samples = line.utterance().samples();
    long start = samples(line.start());
    int[] at = {0};
    Generator reader = () -> samples[at[0]++];
    long end = start + samples.length;
    // A gain of 0.9 leaves the limiter little to do when beds and speech meet.
    double gain = 0.9 * line.gain();
    speech.add(new Layer(reader, reader, start, end, LINE_FADE, LINE_FADE, gain, 0.6 * line.pan()));
  }

  private static long samples(double seconds) {
    return Math.round(seconds * SAMPLE_RATE);
  }

  private void fill() {
    for (int i = 0; i < BLOCK; i++) {
      gains[i] = ducking.at(mixed + i);
    }
    Arrays.fill(mix, 0);
    add(beds, 1);
    add(effects, EFFECT_SHARE);
    add(speech, 0);
    limiter.process(mix, BLOCK);
    mixed += BLOCK;
    ready = BLOCK;
    taken = 0;
  }

  /**
   * @param ducked share of the ducking these take part in, 0 to 1
   */
  private void add(List<Layer> layers, double ducked) {
    Arrays.fill(bus, 0);
    layers.forEach(layer -> layer.add(bus, mixed, BLOCK));
    for (int i = 0; i < BLOCK; i++) {
      float gain = (float) (1 - ducked * (1 - gains[i]));
      mix[2 * i] += gain * bus[2 * i];
      mix[2 * i + 1] += gain * bus[2 * i + 1];
    }
  }

  @Override
  public int read(float[] stereo, int offset, int count) {
    int wanted = (int) Math.min(count, plan.samples() - delivered);
    int done = 0;
    while (done < wanted) {
      if (taken == ready) {
        fill();
      }
      int part = Math.min(wanted - done, ready - taken);
      System.arraycopy(mix, 2 * taken, stereo, 2 * (offset + done), 2 * part);
      taken += part;
      done += part;
    }
    delivered += done;
    return done;
  }

  @Override
  public void close() {
    beds.clear();
    effects.clear();
    speech.clear();
  }
}
