package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/** Single sounds that happen, each a short run of samples that starts at its attack. */
final class Strikes {
  private static final double RATE = SoundSource.SAMPLE_RATE;

  private Strikes() {}

  static float[] of(Sound sound, Noise noise) {
    Strike strike = new Strike(seconds(sound), noise);
    switch (sound) {
      case FOOTSTEPS ->
          strike.thump(95, 60, 0.25, 0.03).burst(noise.between(900, 1500), 0.7, 0.12, 0.025);
      case HOOFBEATS ->
          strike.thump(noise.between(150, 190), 80, 0.35, 0.03).burst(700, 0.4, 0.2, 0.02);
      case WINGS -> strike.swell(500, 900, 0.25);
      case THUNDER ->
          strike.burst(2200, 1.2, 0.4, 0.12).rumble(70, 0.9, 0.9).thump(48, 30, 0.5, 0.7);
      case SPLASH -> strike.burst(1800, 1.1, 0.5, 0.18).burst(600, 0.5, 0.3, 0.3);
      case DOOR -> strike.creak(0.12).thump(85, 55, 0.6, 0.09).burst(420, 0.5, 0.3, 0.06);
      case KNOCK -> strike.thump(210, 160, 0.5, 0.04).burst(900, 0.4, 0.15, 0.015);
      case CRACK -> strike.burst(2800, 0.7, 0.7, 0.03).thump(160, 70, 0.35, 0.06).snaps(14);
      case GLASS -> strike.burst(5200, 1, 0.4, 0.04).ring(0.16, 0.5, 2870, 4130, 5290, 6610);
      case CLICK -> strike.burst(3600, 0.5, 0.4, 0.006);
      case BELL -> strike.ring(0.3, 1.3, 440, 880, 1056, 1320, 1760, 2350);
      case CHIME -> strike.ring(0.2, 0.9, 1319, 1976, 2637, 3951);
      case WHOOSH -> strike.swell(300, 2600, 0.8);
      case EXPLOSION ->
          strike.burst(1400, 1.3, 0.9, 0.25).rumble(60, 0.8, 0.9).thump(60, 28, 0.9, 0.4);
      case TRAIN -> strike.ring(0.13, 0.9, 311, 370, 466, 622).burst(500, 0.6, 0.2, 0.5);
      case HORN -> strike.ring(0.16, 3, 349, 440, 698, 880);
      case HEARTBEAT -> strike.thump(62, 42, 0.8, 0.09).later(0.24).thump(54, 38, 0.55, 0.09);
      case LAUGHTER -> strike.voice(5, 0.17, 330, 270, 700, 1200);
      case BARK -> strike.voice(2, 0.2, 420, 260, 800, 1500);
      case MEOW -> strike.voice(1, 0.75, 520, 440, 900, 2100);
      case ROAR -> strike.voice(1, 1.5, 95, 62, 480, 900).rumble(90, 0.25, 0.9);
      case NEIGH -> strike.voice(1, 1.1, 980, 480, 1300, 2500);
      default -> strike.burst(1500, 0.8, 0.3, 0.05);
    }
    return strike.samples();
  }

  private static double seconds(Sound sound) {
    return switch (sound) {
      case THUNDER, EXPLOSION, BELL -> 3.2;
      case ROAR, TRAIN, LAUGHTER, NEIGH, CHIME -> 1.8;
      case CLICK, FOOTSTEPS, HOOFBEATS, KNOCK -> 0.22;
      default -> 1;
    };
  }

  /** Seconds between two of them in a row; 0 when it happens once. */
  static double period(Sound sound) {
    return switch (sound) {
      case FOOTSTEPS -> 0.54;
      case HOOFBEATS -> 0.155;
      case WINGS -> 0.24;
      case KNOCK -> 0.24;
      case HEARTBEAT -> 0.95;
      case CLICK -> 0.5;
      case BELL, TRAIN, CHIME -> 2.4;
      case BARK -> 1.3;
      default -> 0;
    };
  }

  /** A strike under construction: parts are added up. */
  private static final class Strike {
    private final float[] samples;
    private final Noise noise;
    private int origin;

    Strike(double seconds, Noise noise) {
      this.samples = new float[(int) (seconds * RATE)];
      this.noise = noise;
    }

    float[] samples() {
      int fade = Math.min(samples.length / 4, 960);
      for (int i = 0; i < fade; i++) {
        samples[samples.length - 1 - i] *= (float) i / fade;
      }
      return samples;
    }

    Strike later(double seconds) {
      origin = (int) (seconds * RATE);
      return this;
    }

    /** A falling low tone. */
    Strike thump(double from, double to, double level, double decay) {
      double phase = 0;
      for (int i = origin; i < samples.length; i++) {
        double time = (i - origin) / RATE;
        phase += 2 * Math.PI * (to + (from - to) * Math.exp(-time / (decay * 0.6))) / RATE;
        double attack = Math.min(1, time / 0.002);
        samples[i] += (float) (level * attack * Math.exp(-time / decay) * Math.sin(phase));
      }
      return this;
    }

    /** Noise of one colour that dies away. */
    Strike burst(double hertz, double damping, double level, double decay) {
      Resonator colour = new Resonator(hertz, damping);
      for (int i = origin; i < samples.length; i++) {
        double time = (i - origin) / RATE;
        colour.step(noise.next() * Math.exp(-time / decay));
        samples[i] += (float) (level * Math.min(1, time / 0.001) * colour.band());
      }
      return this;
    }

    Strike rumble(double hertz, double level, double decay) {
      Resonator low = new Resonator(hertz, 0.8);
      Sway roll = new Sway(2.3, (long) (noise.unit() * 1e6));
      for (int i = origin; i < samples.length; i++) {
        double time = (i - origin) / RATE;
        low.step(noise.next());
        double envelope = Math.min(1, time / 0.08) * Math.exp(-time / decay);
        samples[i] += (float) (0.35 * level * envelope * roll.next() * low.low());
      }
      return this;
    }

    /** Noise that comes and goes while its colour moves. */
    Strike swell(double from, double to, double level) {
      Resonator colour = new Resonator(from, 0.4);
      for (int i = 0; i < samples.length; i++) {
        double share = (double) i / samples.length;
        double hill = Math.pow(Math.sin(Math.PI * share), 2);
        colour.tune(from + (to - from) * hill);
        colour.step(noise.next());
        samples[i] += (float) (0.3 * level * hill * colour.band());
      }
      return this;
    }

    /** Partials that ring; the higher, the shorter. */
    Strike ring(double level, double decay, double... partials) {
      for (int k = 0; k < partials.length; k++) {
        double step = 2 * Math.PI * partials[k] / RATE;
        double fall = decay / (1 + 0.5 * k);
        for (int i = 0; i < samples.length; i++) {
          double time = i / RATE;
          double envelope = Math.min(1, time / 0.003) * Math.exp(-time / fall);
          samples[i] += (float) (level / (1 + 0.6 * k) * envelope * Math.sin(step * i));
        }
      }
      return this;
    }

    Strike creak(double level) {
      Resonator wood = new Resonator(900, 0.08);
      double phase = 0;
      for (int i = 0; i < samples.length / 2; i++) {
        double share = 2.0 * i / samples.length;
        phase += (22 + 30 * share) / RATE;
        boolean slip = phase >= 1;
        phase -= Math.floor(phase);
        wood.step(slip ? 1 : 0);
        samples[i] += (float) (level * Math.sin(Math.PI * share) * wood.band());
      }
      origin = samples.length / 2;
      return this;
    }

    /** Splinters after a crack. */
    Strike snaps(int count) {
      for (int k = 0; k < count; k++) {
        int start = (int) (noise.unit() * noise.unit() * samples.length * 0.7);
        double level = 0.25 * noise.unit();
        for (int i = start; i < Math.min(samples.length, start + 300); i++) {
          samples[i] += (float) (level * noise.next() * Math.exp(-(i - start) / 60.0));
        }
      }
      return this;
    }

    /** Calls of a throat with two formants, pitch gliding within each. */
    Strike voice(int calls, double length, double from, double to, double formant, double second) {
      int each = Math.min(samples.length / calls, (int) (length * RATE));
      Resonator chest = new Resonator(formant, 0.18);
      Resonator head = new Resonator(second, 0.2);
      double phase = 0;
      for (int i = 0; i < each * calls && i < samples.length; i++) {
        double share = (double) (i % each) / each;
        double pitch = from + (to - from) * share + 0.06 * from * Math.sin(2 * Math.PI * 3 * share);
        phase += pitch / RATE;
        phase -= Math.floor(phase);
        double envelope = Math.pow(Math.sin(Math.PI * share), 0.7);
        double source = ((1 - 2 * phase) * 0.8 + 0.25 * noise.next()) * envelope;
        chest.step(source);
        head.step(source);
        samples[i] += (float) (0.16 * chest.band() + 0.12 * head.band());
      }
      return this;
    }
  }
}
