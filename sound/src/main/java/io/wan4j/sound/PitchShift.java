package io.wan4j.sound;

/**
 * Brings speech to another pitch: played faster or slower, then stretched back to its length. The
 * formants go along, as they do from a man's voice to a woman's.
 */
final class PitchShift {
  /** Further than this a voice is no longer one. */
  private static final double FARTHEST = 1.6;

  private static final double UNHEARD = 0.03;

  private PitchShift() {}

  /**
   * The same speech at a mean pitch.
   *
   * @param hertz of the wished median
   */
  static float[] to(double hertz, float[] samples) {
    double heard = Voiceprint.of(samples).pitch();
    if (heard == 0 || Math.abs(hertz / heard - 1) < UNHEARD) {
      return samples;
    }
    double ratio = Math.clamp(hertz / heard, 1 / FARTHEST, FARTHEST);
    float[] played = new float[(int) (samples.length / ratio)];
    for (int i = 0; i < played.length; i++) {
      double at = i * ratio;
      int index = Math.min((int) at, samples.length - 1);
      float next = samples[Math.min(index + 1, samples.length - 1)];
      played[i] = (float) (samples[index] + (next - samples[index]) * (at - index));
    }
    return TimeStretch.faster(played, 1 / ratio);
  }
}
