package io.wan4j.engine.wan.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.wan.film.Tones;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveformTest {
  @TempDir Path folder;

  @Test
  void aToneStaysWhatItIs() {
    float[] samples = Waveform.read(Tones.write(folder.resolve("low.wav"), 440, 1), 10).samples();
    assertThat(samples).hasSize(Waveform.RATE);
    double inPhase = 0;
    double across = 0;
    for (int i = 1_000; i < 15_000; i++) {
      double angle = 2 * Math.PI * 440 * i / Waveform.RATE;
      inPhase += samples[i] * Math.sin(angle) / 7_000;
      across += samples[i] * Math.cos(angle) / 7_000;
    }
    assertThat(inPhase).isCloseTo(Tones.LOUDNESS, within(0.01));
    assertThat(across).isCloseTo(0, within(0.01));
  }

  @Test
  void whatCannotBeHeldDoesNotComeBackAsAnotherTone() {
    float[] samples =
        Waveform.read(Tones.write(folder.resolve("high.wav"), 11_000, 1), 10).samples();
    for (int i = 1_000; i < 15_000; i++) {
      assertThat(Math.abs(samples[i])).as("sample %d", i).isLessThan(0.002f);
    }
  }

  @Test
  void readsNoMoreThanIsAskedFor() {
    Path file = Tones.write(folder.resolve("long.wav"), 440, 2);
    assertThat(Waveform.read(file, 0.5).samples()).hasSize(Waveform.RATE / 2);
  }
}
