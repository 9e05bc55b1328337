package io.wan4j.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.SoundSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceprintTest {
  private static final int RATE = SoundSource.SAMPLE_RATE;

  @ParameterizedTest
  @CsvSource({"82, 3", "110, 4", "178, 5", "240, 6", "330, 4"})
  void findsPitchAndPaceOfPulses(double pitch, double syllables) {
    Voiceprint print = Voiceprint.of(spoken(pitch, syllables, 4));

    assertThat(print.pitch()).isCloseTo(pitch, within(0.04 * pitch));
    assertThat(print.pace()).isCloseTo(syllables, within(0.12 * syllables + 0.3));
  }

  @Test
  void knowsNothingOfNoiseAndSilence() {
    SplittableRandom random = new SplittableRandom(4);
    float[] noise = new float[3 * RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextDouble() - 0.5);
    }

    assertThat(Voiceprint.of(noise).pitch()).isZero();
    assertThat(Voiceprint.of(new float[RATE])).isEqualTo(Voiceprint.UNKNOWN);
    assertThat(Voiceprint.of(new float[0])).isEqualTo(Voiceprint.UNKNOWN);
  }

  @Test
  void pitchShiftReachesItsPitchAndKeepsTheLength() {
    float[] low = spoken(120, 4, 3);
    float[] high = PitchShift.to(180, low);

    assertThat(Voiceprint.of(high).pitch()).isCloseTo(180, within(6.0));
    assertThat(high.length).isCloseTo(low.length, within(RATE / 20));
  }

  /** Pulses with falling harmonics, swelling once a syllable. */
  private static float[] spoken(double pitch, double syllables, double seconds) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / RATE;
      double sum = 0;
      for (int k = 1; k <= 8; k++) {
        sum += Math.sin(2 * Math.PI * k * pitch * time) / k;
      }
      double swell = Math.abs(Math.sin(Math.PI * syllables * time));
      samples[i] = (float) (0.25 * sum * swell);
    }
    return samples;
  }
}
