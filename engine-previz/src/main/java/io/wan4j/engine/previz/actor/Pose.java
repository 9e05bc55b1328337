package io.wan4j.engine.previz.actor;

/**
 * An actor at one moment.
 *
 * @param seconds since the shot began; drives breath, blinking and idle moves
 * @param cycle steps, wing beats or turns of the wheel so far; its whole part does not matter
 * @param mouth how far the mouth is open, 0 to 1
 */
public record Pose(Motion motion, double seconds, double cycle, double mouth) {
  /** A wave of the cycle, shifted by {@code phase} turns; -1 to 1. */
  double wave(double phase) {
    return Math.sin(2 * Math.PI * (cycle + phase));
  }

  /** A slow wave of time for things that are never quite still; -1 to 1. */
  double idle(double perSecond, double phase) {
    return Math.sin(2 * Math.PI * (seconds * perSecond + phase));
  }

  /** Whether the eyes are shut: a blink of an eighth of a second every three seconds or so. */
  boolean blinking(double phase) {
    double t = seconds / 3.1 + phase;
    return t - Math.floor(t) > 0.96;
  }
}
