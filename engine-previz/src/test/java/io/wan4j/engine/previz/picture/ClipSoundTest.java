package io.wan4j.engine.previz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.SoundSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClipSoundTest {
  @Test
  void theClipIsHeardFirstThenWhatWasMade() {
    int second = SoundSource.SAMPLE_RATE;
    SoundSource joined =
        new ClipSound(level(0.5f, second), second, Optional.of(level(-0.25f, 2 * second)));
    float[] heard = new float[2 * 3 * second];
    int pairs = 0;
    for (int read = joined.read(heard, 0, 4801);
        read > 0;
        read = joined.read(heard, pairs, Math.min(4801, 3 * second - pairs))) {
      pairs += read;
    }
    assertThat(pairs).isEqualTo(2 * second);
    assertThat(heard[2 * (second / 4)]).isEqualTo(0.5f);
    assertThat(heard[2 * (second * 3 / 4)]).isBetween(-0.25f, 0.5f);
    assertThat(heard[2 * (second * 3 / 2)]).isEqualTo(-0.25f);
    for (int i = 1; i < pairs; i++) {
      assertThat(Math.abs(heard[2 * i] - heard[2 * i - 2]))
          .as("no click at %d", i)
          .isLessThan(0.01f);
    }
  }

  private static SoundSource level(float value, int pairs) {
    return new SoundSource() {
      private int left = pairs;

      @Override
      public int read(float[] stereo, int offset, int count) {
        int read = Math.min(count, left);
        java.util.Arrays.fill(stereo, 2 * offset, 2 * (offset + read), value);
        left -= read;
        return read;
      }

      @Override
      public void close() {}
    };
  }
}
