package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;

/** How far a mouth is open over time, {@value #RATE} positions a second from 0 (shut) to 1. */
public final class MouthTrack {
  public static final int RATE = 100;

  private final float[] openness;

  MouthTrack(float[] openness) {
    this.openness = openness.clone();
  }

  /** From loudness alone. */
  static MouthTrack ofLoudness(float[] samples) {
    int hop = SoundSource.SAMPLE_RATE / RATE;
    float[] openness = new float[(samples.length + hop - 1) / hop];
    float loudest = 1e-6f;
    for (int i = 0; i < openness.length; i++) {
      int end = Math.min(samples.length, (i + 1) * hop);
      double sum = 0;
      for (int at = i * hop; at < end; at++) {
        sum += samples[at] * samples[at];
      }
      openness[i] = (float) Math.sqrt(sum / hop);
      loudest = Math.max(loudest, openness[i]);
    }
    for (int i = 0; i < openness.length; i++) {
      openness[i] = (float) Math.sqrt(openness[i] / loudest);
    }
    return new MouthTrack(smooth(openness));
  }

  static float[] smooth(float[] raw) {
    float[] smooth = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      int from = Math.max(0, i - 2);
      int to = Math.min(raw.length, i + 3);
      float sum = 0;
      for (int at = from; at < to; at++) {
        sum += raw[at];
      }
      smooth[i] = Math.clamp(sum / (to - from), 0, 1);
    }
    return smooth;
  }

  /** Stretched or shortened to another length in positions. */
  MouthTrack resized(int length) {
    float[] resized = new float[length];
    for (int i = 0; i < length; i++) {
      resized[i] = openness.length == 0 ? 0 : openness[(int) ((long) i * openness.length / length)];
    }
    return new MouthTrack(resized);
  }

  /**
   * @param second from the start of the utterance; outside of it the mouth is shut
   */
  public double at(double second) {
    int index = (int) Math.floor(second * RATE);
    return index < 0 || index >= openness.length ? 0 : openness[index];
  }

  float[] openness() {
    return Arrays.copyOf(openness, openness.length);
  }
}
