package io.wan4j.engine.previz.paint;

/** Curves from 0 to 1 along which things begin and end. */
public final class Ease {
  private Ease() {}

  public static double clamp(double t) {
    return Math.max(0, Math.min(1, t));
  }

  /** Perlin's quintic: starts and ends with neither speed nor acceleration. */
  public static double quintic(double t) {
    double u = clamp(t);
    return u * u * u * (u * (6 * u - 15) + 10);
  }

  /** The cubic step from {@code from} to {@code to}. */
  public static double step(double from, double to, double value) {
    double u = clamp((value - from) / (to - from));
    return u * u * (3 - 2 * u);
  }

  public static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
