package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.previz.sound.Loudness;

/**
 * How strongly a given sound pushes each frame of a film, 0 to 1: the sudden rises of its loudness,
 * each of which dies away within a quarter of a second, and a part of the loudness itself.
 */
final class Beats {
  private static final double DECAY_SECONDS = 0.22;

  private Beats() {}

  /** One value a frame; none when the film has no given sound. */
  static double[] of(Brief brief) {
    if (!(brief.sound() instanceof SoundPlan.Given)) {
      return new double[0];
    }
    double[] loudness = Loudness.of(brief).perFrame(brief.frameCount(), brief.frameRate());
    return pushes(loudness, brief.frameRate());
  }

  /** From the loudness of each frame. */
  static double[] pushes(double[] loudness, int frameRate) {
    double loudest = 1e-6;
    for (double value : loudness) {
      loudest = Math.max(loudest, value);
    }
    double keep = Math.exp(-1 / (DECAY_SECONDS * frameRate));
    double[] pushes = new double[loudness.length];
    double before = 0;
    double push = 0;
    double level = 0;
    for (int i = 0; i < loudness.length; i++) {
      double now = loudness[i] / loudest;
      double rise = Math.max(0, now - before);
      before += 0.35 * (now - before);
      push = Math.max(push * keep, Math.min(1, 1.6 * rise));
      level += 0.2 * (now - level);
      pushes[i] = Math.min(1, 0.75 * push + 0.25 * level) * Easing.smooth(i / 6.0);
    }
    return pushes;
  }
}
