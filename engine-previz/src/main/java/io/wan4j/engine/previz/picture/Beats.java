package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.media.MediaException;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;

/**
 * How strongly a given sound pushes each frame of a film, 0 to 1: the sudden rises of its loudness,
 * each of which dies away within a quarter of a second, and a part of the loudness itself.
 */
final class Beats {
  private static final double DECAY_SECONDS = 0.22;

  private Beats() {}

  /** One value a frame; none when the film has no given sound. */
  static double[] of(Brief brief) {
    if (!(brief.sound() instanceof SoundPlan.Given given)) {
      return new double[0];
    }
    double[] loudness = new double[brief.frameCount()];
    try (SoundSource sound =
        SoundReader.open(given.file(), 0, brief.seconds(), MediaLimits.STANDARD)) {
      float[] block = new float[2 * (SoundSource.SAMPLE_RATE / brief.frameRate())];
      for (int frame = 0; frame < loudness.length; frame++) {
        int count = sound.read(block, 0, block.length / 2);
        if (count == 0) {
          break;
        }
        double squares = 0;
        for (int i = 0; i < 2 * count; i++) {
          squares += block[i] * block[i];
        }
        loudness[frame] = Math.sqrt(squares / (2.0 * count));
      }
    } catch (MediaException e) {
      throw new EngineException("sound " + given.file().getFileName() + ": " + e.getMessage(), e);
    }
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
