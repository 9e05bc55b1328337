package io.wan4j.sound;

import io.wan4j.engine.SoundSource;

/** One cue or line on its place in the film: faded, panned, added to the mix block by block. */
final class Layer {
  /** Beds and music come and go within so many samples: 0.3 s. */
  static final int FADE = SoundSource.SAMPLE_RATE * 3 / 10;

  private final Generator left;
  private final Generator right;
  private final long start;
  private final long end;
  private final int fadeIn;
  private final int fadeOut;
  private final float leftGain;
  private final float rightGain;

  /**
   * @param right the same as left for sound of one channel
   * @param pan -1 left to 1 right, with equal power
   */
  Layer(
      Generator left,
      Generator right,
      long start,
      long end,
      int fadeIn,
      int fadeOut,
      double gain,
      double pan) {
    this.left = left;
    this.right = right;
    this.start = start;
    this.end = end;
    this.fadeIn = fadeIn;
    this.fadeOut = fadeOut;
    double angle = (pan + 1) * Math.PI / 4;
    this.leftGain = (float) (gain * Math.cos(angle) * Math.sqrt(2));
    this.rightGain = (float) (gain * Math.sin(angle) * Math.sqrt(2));
  }

  /**
   * Adds what is heard in a block; blocks must come in order.
   *
   * @param at sample of the film the block starts with
   */
  void add(float[] stereo, long at, int count) {
    int from = Math.clamp(start - at, 0, count);
    int to = Math.clamp(end - at, 0, count);
    for (int i = from; i < to; i++) {
      long since = at + i - start;
      long until = end - at - i;
      float fade = 1;
      if (since < fadeIn) {
        fade = (float) Math.sqrt((double) since / fadeIn);
      }
      if (until < fadeOut) {
        fade *= (float) Math.sqrt((double) until / fadeOut);
      }
      float one = left.next();
      float other = right == left ? one : right.next();
      stereo[2 * i] += fade * leftGain * one;
      stereo[2 * i + 1] += fade * rightGain * other;
    }
  }
}
