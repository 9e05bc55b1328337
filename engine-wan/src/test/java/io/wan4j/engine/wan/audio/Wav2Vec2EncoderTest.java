package io.wan4j.engine.wan.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against the same network in plain loops, see {@link PlainWav2Vec2}. */
@ExtendWith(LibtorchRequired.class)
class Wav2Vec2EncoderTest {
  private static final String POSITION = "wav2vec2.encoder.pos_conv_embed.conv.";

  private final PlainWav2Vec2 plain = new PlainWav2Vec2();

  @Test
  void givesEveryStateOfThePlainComputation() {
    float[] samples = noise(213);
    double[][][] expected = plain.states(normalized(samples));
    assertThat(expected[0].length).isEqualTo(20);
    float[] states = states(samples);
    int i = 0;
    for (double[][] layer : expected) {
      for (double[] moment : layer) {
        for (double value : moment) {
          assertThat((double) states[i]).as("value %d", i).isCloseTo(value, within(2e-5));
          i++;
        }
      }
    }
    assertThat(states).hasSize(i);
  }

  @Test
  void takesTheNewerNamesOfApartWeights() {
    float[] samples = noise(100);
    float[] older = states(samples);
    plain.rename(POSITION + "weight_g", POSITION + "parametrizations.weight.original0");
    plain.rename(POSITION + "weight_v", POSITION + "parametrizations.weight.original1");
    assertThat(states(samples)).isEqualTo(older);
  }

  @Test
  void hearsSoundThatIsShorterThanItsReach() {
    assertThat(states(noise(3))).hasSize(3 * PlainWav2Vec2.WIDTH).doesNotContain(Float.NaN);
  }

  @Test
  void refusesWhatItDoesNotKnowByName() {
    plain.rename("lm_head.weight", "wav2vec2.adapter.weight");
    assertThatThrownBy(() -> load(PlainWav2Vec2.CONFIG))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("speech.safetensors")
        .hasMessageContaining("wav2vec2.adapter.weight");
    plain.rename("wav2vec2.adapter.weight", "");
    plain.rename("wav2vec2.encoder.layers.1.attention.k_proj.bias", "");
    assertThatThrownBy(() -> load(PlainWav2Vec2.CONFIG))
        .hasMessageContaining("lacks the tensor wav2vec2.encoder.layers.1.attention.k_proj.bias");
  }

  @Test
  void refusesAnotherKindOfTheNetwork() {
    assertThatThrownBy(() -> load(PlainWav2Vec2.CONFIG.replace("\"do_stable", "\"_do_stable")))
        .hasMessageContaining("do_stable_layer_norm");
    assertThatThrownBy(() -> load(PlainWav2Vec2.CONFIG.replace("vocab_size", "sparse_size")))
        .hasMessageContaining("sparse_size");
    assertThatThrownBy(() -> load(PlainWav2Vec2.CONFIG.replace("\"hidden_size\"", "\"_size\"")))
        .hasMessageContaining("lacks hidden_size");
  }

  private Wav2Vec2Encoder load(String config) {
    return Wav2Vec2Encoder.load(Config.parse("config.json", config), plain.source(), Device.CPU);
  }

  private float[] states(float[] samples) {
    try (Wav2Vec2Encoder encoder = load(PlainWav2Vec2.CONFIG);
        SpeechStates states = encoder.encode(new Waveform(samples))) {
      return states.all().toFloats();
    }
  }

  private static float[] noise(int count) {
    Random random = new Random(count);
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.1 + 0.2 * random.nextGaussian());
    }
    return samples;
  }

  private static double[] normalized(float[] samples) {
    double sum = 0;
    double squares = 0;
    for (float sample : samples) {
      sum += sample;
      squares += sample * sample;
    }
    double mean = sum / samples.length;
    double variance = squares / samples.length - mean * mean;
    double[] normal = new double[samples.length];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = (samples[i] - mean) / Math.sqrt(variance + 1e-7);
    }
    return normal;
  }
}
