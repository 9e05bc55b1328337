package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/** One note of an instrument, from its attack until it has died away. */
abstract class Note {
  private static final double RATE = SoundSource.SAMPLE_RATE;

  private int left;
  private final int length;

  private Note(double seconds) {
    length = (int) (seconds * RATE);
    left = length;
  }

  final boolean over() {
    return left <= 0;
  }

  final float next() {
    int at = length - left--;
    // The last moments fade so that no end clicks.
    float fade = Math.min(1, left / 480f);
    return fade * sample(at, (double) at / length);
  }

  /**
   * @param at samples since the attack
   * @param share of the note's length, 0 to 1
   */
  abstract float sample(int at, double share);

  /** A plucked or struck string (Karplus and Strong, Computer Music Journal 7(2), 1983). */
  static Note string(double hertz, double seconds, double brightness, double level, Noise noise) {
    float[] ring = new float[Math.max(2, (int) Math.round(RATE / hertz))];
    float last = 0;
    for (int i = 0; i < ring.length; i++) {
      last += (float) brightness * (noise.next() - last);
      ring[i] = last;
    }
    return new Note(seconds) {
      @Override
      float sample(int at, double share) {
        int index = at % ring.length;
        float out = ring[index];
        ring[index] = 0.4985f * (out + ring[(index + 1) % ring.length]);
        return (float) level * out;
      }
    };
  }

  /** Three detuned tones with soft overtones that swell and ebb: strings or a pad. */
  static Note pad(double hertz, double seconds, double overtones, double level) {
    Rotor[] rotors = new Rotor[6];
    for (int i = 0; i < 3; i++) {
      double tuned = hertz * (1 + 0.0028 * (i - 1));
      rotors[i] = new Rotor(tuned, 1, 2.1 * i);
      rotors[i + 3] = new Rotor(2 * tuned, overtones, 1.3 * i);
    }
    return new Note(seconds) {
      @Override
      float sample(int at, double share) {
        double sum = 0;
        for (Rotor rotor : rotors) {
          sum += rotor.next();
        }
        return (float) (level * Math.pow(Math.sin(Math.PI * share), 0.7) * sum / 3);
      }
    };
  }

  /** A breathy tone with vibrato. */
  static Note flute(double hertz, double seconds, double level, Noise noise) {
    return new Note(seconds) {
      private double phase;
      private double breath;

      @Override
      float sample(int at, double share) {
        double time = at / RATE;
        double vibrato = 1 + 0.006 * Math.min(1, 2 * time) * Math.sin(2 * Math.PI * 5.2 * time);
        phase += 2 * Math.PI * hertz * vibrato / RATE;
        breath += 0.2 * (noise.next() - breath);
        double envelope = Math.min(1, time / 0.06) * Math.pow(1 - share, 0.4);
        double tone = Math.sin(phase) + 0.25 * Math.sin(2 * phase) + 0.08 * Math.sin(3 * phase);
        return (float) (level * envelope * (tone + 0.12 * breath));
      }
    };
  }

  static Note drum(double from, double to, double decay, double level) {
    return new Note(decay * 6) {
      private double phase;

      @Override
      float sample(int at, double share) {
        double time = at / RATE;
        phase += 2 * Math.PI * (to + (from - to) * Math.exp(-time / 0.03)) / RATE;
        return (float) (level * Math.exp(-time / decay) * Math.sin(phase));
      }
    };
  }

  /** A snare or a cymbal: coloured noise. */
  static Note rattle(double hertz, double decay, double level, Noise noise) {
    Resonator colour = new Resonator(hertz, 0.8);
    return new Note(decay * 6) {
      @Override
      float sample(int at, double share) {
        colour.step(noise.next());
        return (float) (level * Math.exp(-at / RATE / decay) * colour.band());
      }
    };
  }

  /** A sine by turning a vector, many times cheaper than a call of sin. */
  private static final class Rotor {
    private final double cos;
    private final double sin;
    private double x;
    private double y;

    Rotor(double hertz, double level, double phase) {
      double step = 2 * Math.PI * hertz / RATE;
      cos = Math.cos(step);
      sin = Math.sin(step);
      x = level * Math.cos(phase);
      y = level * Math.sin(phase);
    }

    double next() {
      double turned = x * cos - y * sin;
      y = x * sin + y * cos;
      x = turned;
      return y;
    }
  }
}
