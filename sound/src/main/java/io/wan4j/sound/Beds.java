package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/**
 * Sounds that last. Each is one channel; two channels of the same slow seed and different noise
 * make a wide picture that breathes together. Levels are set so that each is about -30 dB at gain
 * 1.
 */
final class Beds {
  private static final double RATE = SoundSource.SAMPLE_RATE;

  private Beds() {}

  /**
   * @param slow seed of what both channels share
   * @param fine seed of what is this channel's own
   */
  static Generator of(Sound sound, long slow, long fine) {
    return switch (sound) {
      case WIND -> wind(slow, fine);
      case RAIN -> rain(slow, fine);
      case SEA -> sea(slow, fine);
      case STREAM -> stream(slow, fine);
      case FIRE -> fire(slow, fine);
      case BIRDS -> CreatureBeds.birds(slow, fine);
      case INSECTS -> CreatureBeds.insects(slow, fine);
      case CITY -> city(slow, fine);
      case TRAFFIC -> traffic(slow, fine);
      case CROWD -> CreatureBeds.crowd(slow, fine, 0.5);
      case CHEERING -> CreatureBeds.crowd(slow, fine, 1);
      case APPLAUSE -> CreatureBeds.applause(slow, fine);
      case UNDERWATER -> underwater(slow, fine);
      case SPACE -> hum(new double[] {48, 72.3, 96.4}, 0.05, slow, fine);
      case ENGINE -> engine(slow, fine);
      case MACHINE -> hum(new double[] {100, 200.4, 301}, 0.07, slow, fine);
      default -> roomTone(fine);
    };
  }

  /** Noise through a low-pass whose edge the gusts move. */
  private static Generator wind(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway gust = new Sway(0.13, slow);
    Resonator filter = new Resonator(400, 0.35);
    return () -> {
      double force = gust.next();
      filter.tune(200 + 520 * force);
      filter.step(noise.next());
      return (float) ((0.16 * filter.low() + 0.08 * filter.band()) * (0.25 + 0.75 * force));
    };
  }

  /** A hiss between 1 and 8 kHz and single drops that ring for some milliseconds. */
  private static Generator rain(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway density = new Sway(0.07, slow);
    return new Generator() {
      private double wide;
      private double narrow;
      private double drop;
      private double phase;
      private double step;

      @Override
      public float next() {
        double white = noise.next();
        wide += 0.35 * (white - wide);
        narrow += 0.05 * (white - narrow);
        if (noise.unit() < 130 / RATE) {
          drop = 0.02 + 0.1 * noise.unit() * noise.unit();
          step = 2 * Math.PI * noise.between(1500, 5500) / RATE;
          phase = 0;
        }
        drop *= 0.9965;
        phase += step;
        return (float) ((wide - narrow) * (0.06 + 0.04 * density.next()) + drop * Math.sin(phase));
      }
    };
  }

  /** Two wave trains of unlike period; a breaking wave is louder and brighter. */
  private static Generator sea(long slow, long fine) {
    Noise noise = new Noise(fine);
    double shift = new Noise(slow).between(0, 6);
    return new Generator() {
      private long at;
      private double bright;
      private double deep;

      @Override
      public float next() {
        double time = at++ / RATE;
        double near = Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * time / 7.5 + shift), 3);
        double far = 0.5 * Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * time / 5.3 + 2 * shift), 4);
        double wave = 0.12 + near + far;
        double white = noise.next();
        bright += (0.015 + 0.11 * Math.min(1, wave)) * (white - bright);
        deep += 0.004 * (white - deep);
        return (float) ((0.22 * bright + 0.5 * deep) * wave);
      }
    };
  }

  /** Bubbles: short tones that rise as they burst. */
  private static Generator stream(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway flow = new Sway(0.3, slow);
    return new Generator() {
      private double hiss;
      private double bubble;
      private double phase;
      private double step;

      @Override
      public float next() {
        hiss += 0.12 * (noise.next() - hiss);
        if (noise.unit() < 90 / RATE) {
          bubble = 0.01 + 0.05 * noise.unit();
          step = 2 * Math.PI * noise.between(350, 1600) / RATE;
        }
        bubble *= 0.9985;
        step *= 1.00003;
        phase += step;
        return (float) (hiss * (0.03 + 0.05 * flow.next()) + bubble * Math.sin(phase));
      }
    };
  }

  private static Generator fire(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway flame = new Sway(0.7, slow);
    Resonator snap = new Resonator(2600, 0.3);
    return new Generator() {
      private double rumble;
      private double crackle;

      @Override
      public float next() {
        double white = noise.next();
        rumble += 0.02 * (white - rumble);
        if (noise.unit() < 9 / RATE) {
          crackle = 0.2 + 0.8 * noise.unit();
        }
        crackle *= 0.992;
        snap.step(white * crackle);
        return (float) (rumble * (0.25 + 0.35 * flame.next()) + 0.09 * snap.band());
      }
    };
  }

  /** A far rumble with a soft grey hiss over it. */
  private static Generator city(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway swell = new Sway(0.09, slow);
    return new Generator() {
      private double rumble;
      private double hiss;

      @Override
      public float next() {
        double white = noise.next();
        rumble += 0.012 * (white - rumble);
        hiss += 0.09 * (white - hiss);
        return (float) (rumble * (0.3 + 0.25 * swell.next()) + 0.025 * hiss);
      }
    };
  }

  /** Cars that pass: swells of tyre noise that brighten as they come near. */
  private static Generator traffic(long slow, long fine) {
    Noise noise = new Noise(fine);
    double shift = new Noise(slow).between(0, 4);
    return new Generator() {
      private long at;
      private double tyre;

      @Override
      public float next() {
        double time = at++ / RATE + shift;
        double one = Math.pow(Math.max(0, Math.sin(2 * Math.PI * time / 6.1)), 6);
        double other = 0.7 * Math.pow(Math.max(0, Math.sin(2 * Math.PI * time / 9.7 + 1)), 8);
        double near = one + other;
        tyre += (0.03 + 0.1 * Math.min(1, near)) * (noise.next() - tyre);
        return (float) (tyre * (0.04 + 0.18 * near));
      }
    };
  }

  private static Generator roomTone(long fine) {
    Noise noise = new Noise(fine);
    return new Generator() {
      private double air;

      @Override
      public float next() {
        air += 0.02 * (noise.next() - air);
        return (float) (0.09 * air);
      }
    };
  }

  private static Generator underwater(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway current = new Sway(0.11, slow);
    Resonator muffled = new Resonator(180, 0.5);
    Generator bubbles = stream(slow, fine + 1);
    return () -> {
      double pull = current.next();
      muffled.tune(120 + 160 * pull);
      muffled.step(noise.next());
      return (float) (0.16 * muffled.low() + 0.12 * bubbles.next() * pull);
    };
  }

  /** Steady tones with a little beating and air. */
  private static Generator hum(double[] tones, double air, long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway beat = new Sway(0.21, slow);
    return new Generator() {
      private long at;
      private double hiss;

      @Override
      public float next() {
        double time = 2 * Math.PI * at++ / RATE;
        double sum = 0;
        for (int i = 0; i < tones.length; i++) {
          sum += Math.sin(time * tones[i] + i) / (i + 1);
        }
        hiss += 0.03 * (noise.next() - hiss);
        return (float) (sum * (0.018 + 0.014 * beat.next()) + air * hiss);
      }
    };
  }

  /** Pulses at idle speed through the resonance of an exhaust. */
  private static Generator engine(long slow, long fine) {
    Noise noise = new Noise(fine);
    Sway throttle = new Sway(0.17, slow);
    Resonator exhaust = new Resonator(170, 0.4);
    return new Generator() {
      private double phase;

      @Override
      public float next() {
        double gas = throttle.next();
        phase += (55 + 40 * gas) / RATE;
        phase -= Math.floor(phase);
        exhaust.step((phase < 0.25 ? 1 : -0.33) * 0.3 + 0.25 * noise.next());
        return (float) (0.12 * exhaust.low());
      }
    };
  }
}
