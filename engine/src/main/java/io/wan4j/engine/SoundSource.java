package io.wan4j.engine;

/**
 * Sound that is read once from start to end: stereo, {@value #SAMPLE_RATE} samples a second, float
 * samples of -1 to 1.
 */
public interface SoundSource extends AutoCloseable {
  int SAMPLE_RATE = 48_000;

  /**
   * Reads up to {@code count} sample pairs.
   *
   * @param stereo left and right in turn; takes {@code 2 * count} floats from {@code 2 * offset}
   * @return the number of pairs read, 0 at the end of the sound
   */
  int read(float[] stereo, int offset, int count);

  @Override
  void close();

  /** A sound that has ended before it began. */
  static SoundSource silence() {
    return new SoundSource() {
      @Override
      public int read(float[] stereo, int offset, int count) {
        return 0;
      }

      @Override
      public void close() {}
    };
  }
}
