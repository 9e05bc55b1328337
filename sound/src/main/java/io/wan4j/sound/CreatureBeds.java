package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/** Lasting sounds that living things make together. */
final class CreatureBeds {
  private static final double RATE = SoundSource.SAMPLE_RATE;

  private CreatureBeds() {}

  /** Phrases of two to six chirps with pauses between. */
  static Generator birds(long slow, long fine) {
    Noise noise = new Noise(slow * 31 + fine);
    return new Generator() {
      private int wait = (int) (RATE * noise.between(0.05, 1.2));
      private int left;
      private int length;
      private int chirps;
      private double pitch;
      private double bend;
      private double phase;
      private double loud;

      @Override
      public float next() {
        if (left == 0) {
          if (wait-- > 0) {
            return 0;
          }
          start();
        }
        double share = 1 - (double) left-- / length;
        if (left == 0) {
          wait = (int) (RATE * (chirps > 0 ? noise.between(0.04, 0.12) : noise.between(0.6, 2.6)));
        }
        double warble = 1 + 0.06 * Math.sin(2 * Math.PI * 28 * share);
        phase += 2 * Math.PI * pitch * (1 + bend * share) * warble / RATE;
        return (float) (loud * Math.sin(Math.PI * share) * Math.sin(phase));
      }

      private void start() {
        if (chirps-- <= 0) {
          chirps = (int) noise.between(1, 6);
          pitch = noise.between(2200, 5200);
          bend = noise.between(-0.3, 0.35);
          loud = noise.between(0.02, 0.1);
        }
        length = (int) (RATE * noise.between(0.05, 0.16));
        left = length;
      }
    };
  }

  /** Crickets: trains of short pulses of a high tone. */
  static Generator insects(long slow, long fine) {
    Noise noise = new Noise(fine);
    double tone = 2 * Math.PI * noise.between(4100, 4700) / RATE;
    double pulses = noise.between(24, 30);
    Sway nearness = new Sway(0.4, slow);
    return new Generator() {
      private long at;

      @Override
      public float next() {
        double time = at++ / RATE;
        double pulse = Math.max(0, Math.sin(2 * Math.PI * pulses * time));
        double train = Math.sin(2 * Math.PI * 1.35 * time) > -0.2 ? 1 : 0.05;
        return (float) (0.055 * nearness.next() * train * pulse * Math.sin(tone * at));
      }
    };
  }

  /**
   * Many voices at once: noise through moving formants.
   *
   * @param excitement 0.5 talk, 1 cheers
   */
  static Generator crowd(long slow, long fine, double excitement) {
    Noise noise = new Noise(fine);
    Resonator chest = new Resonator(420, 0.35);
    Resonator mouth = new Resonator(1200, 0.4);
    Sway first = new Sway(1.9, fine);
    Sway second = new Sway(2.7, fine + 3);
    Sway swell = new Sway(0.2, slow);
    return () -> {
      chest.tune(300 + 350 * excitement * first.next());
      mouth.tune(850 + 1400 * excitement * second.next());
      double white = noise.next();
      chest.step(white);
      mouth.step(white);
      double level = 0.4 + 0.6 * swell.next();
      return (float) (excitement * level * (0.05 * chest.band() + 0.045 * mouth.band()));
    };
  }

  /** Some fifty pairs of hands, none in time with another. */
  static Generator applause(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway swell = new Sway(0.25, slow);
    Resonator hands = new Resonator(1500, 0.5);
    return new Generator() {
      private double clap;

      @Override
      public float next() {
        if (noise.unit() < 110 / RATE) {
          clap = Math.max(clap, 0.3 + 0.7 * noise.unit());
          hands.tune(noise.between(1000, 2100));
        }
        clap *= 0.9975;
        hands.step(noise.next() * clap);
        return (float) (hands.band() * (0.08 + 0.08 * swell.next()));
      }
    };
  }
}
