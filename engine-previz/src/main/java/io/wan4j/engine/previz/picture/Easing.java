package io.wan4j.engine.previz.picture;

/** Curves from 0 to 1 over a time of 0 to 1; times outside are held at the ends. */
final class Easing {
  private Easing() {}

  static double smooth(double time) {
    double t = Math.clamp(time, 0.0, 1.0);
    return t * t * (3 - 2 * t);
  }

  /** Starts and stops more softly: the quintic of Perlin, Improving noise, 2002. */
  static double soft(double time) {
    double t = Math.clamp(time, 0.0, 1.0);
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  /** Starts softly and ends at full speed, for a move that a cut ends. */
  static double leave(double time) {
    double t = Math.clamp(time, 0.0, 1.0);
    double knee = 0.35;
    double area = 1 - knee / 2;
    return (t < knee ? t * t / (2 * knee) : t - knee / 2) / area;
  }

  /** Overshoots and comes to rest, as something dropped into place. */
  static double spring(double time) {
    double t = Math.clamp(time, 0.0, 1.0);
    return 1 - Math.exp(-6 * t) * Math.cos(9 * t) * (1 - t);
  }
}
