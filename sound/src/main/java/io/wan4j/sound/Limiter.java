package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;

/**
 * Keeps peaks under a ceiling without clipping: looks {@value #AHEAD} samples ahead, takes the
 * smallest gain needed in that time and averages it, so that gain moves softly and is always small
 * enough.
 */
final class Limiter {
  static final int AHEAD = SoundSource.SAMPLE_RATE / 200;

  private final float ceiling;
  private final float[] delayed = new float[2 * AHEAD];
  private final float[] needed = new float[AHEAD + 1];
  private final float[] smallest = new float[AHEAD + 1];
  private double sum;
  private long at;

  Limiter(float ceiling) {
    this.ceiling = ceiling;
    Arrays.fill(needed, 1);
    Arrays.fill(smallest, 1);
    sum = AHEAD + 1;
  }

  /** Replaces each pair by the one {@value #AHEAD} samples before it, limited. */
  void process(float[] stereo, int count) {
    for (int i = 0; i < count; i++) {
      float left = stereo[2 * i];
      float right = stereo[2 * i + 1];
      float gain = gain(Math.max(Math.abs(left), Math.abs(right)));
      int slot = 2 * (int) (at % AHEAD);
      stereo[2 * i] = Math.clamp(delayed[slot] * gain, -ceiling, ceiling);
      stereo[2 * i + 1] = Math.clamp(delayed[slot + 1] * gain, -ceiling, ceiling);
      delayed[slot] = left;
      delayed[slot + 1] = right;
      at++;
    }
  }

  /** The gain for the sample that leaves when one of such a peak comes in. */
  private float gain(float peak) {
    int slot = (int) (at % needed.length);
    float before = needed[slot];
    needed[slot] = peak > ceiling ? ceiling / peak : 1;
    int previous = (int) ((at + smallest.length - 1) % smallest.length);
    float least = Math.min(smallest[previous], needed[slot]);
    if (before <= smallest[previous] && before < 1) {
      // The smallest one left the window: look for the next. Rare, since most need no gain at all.
      least = 1;
      for (float need : needed) {
        least = Math.min(least, need);
      }
    }
    sum += least - smallest[slot];
    smallest[slot] = least;
    return (float) (sum / smallest.length);
  }
}
