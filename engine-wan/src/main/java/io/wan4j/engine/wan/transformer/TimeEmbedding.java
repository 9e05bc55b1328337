package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;
import java.util.Arrays;

/**
 * The timestep as vectors: {@code state} goes to the head, {@code modulation} (six vectors) to
 * every block.
 */
final class TimeEmbedding {
  private static final double LONGEST_PERIOD = 10000;

  private final int sinusoidWidth;
  private final int width;
  private final DType type;
  private final Device device;
  private final Linear first;
  private final Linear second;
  private final Linear projection;

  /**
   * One timestep per video, or one per token.
   *
   * @param state [B, 1, d] or [B, L, d]
   * @param modulation [B, 1, 6, d] or [B, L, 6, d]
   */
  record Embedded(Tensor state, Tensor modulation) {}

  /** Parameters of diffusers' condition_embedder. */
  TimeEmbedding(Parameters parameters, TransformerConfig config) {
    sinusoidWidth = config.timeWidth();
    width = config.width();
    type = NetworkPrecision.stream(parameters);
    device = parameters.device();
    first = parameters.linear("time_embedder.linear_1", sinusoidWidth, width);
    second = parameters.linear("time_embedder.linear_2", width, width);
    projection = parameters.linear("time_proj", width, 6L * width);
  }

  /**
   * @param timestep [B] or [B, L], 0 to 1000
   */
  Embedded apply(Tensor timestep) {
    long batch = timestep.size(0);
    long tokens = timestep.rank() == 1 ? 1 : timestep.size(1);
    float[] all = timestep.toFloats();
    float[] distinct = distinct(all);
    Tensor waves = sinusoid(distinct, sinusoidWidth).to(device);
    // In 32 bits also when the network runs in 16; see NetworkPrecision.
    Tensor state = second.apply(Functions.silu(first.apply(waves))).to(type);
    Tensor modulation = projection.apply(Functions.silu(state));
    if (distinct.length == 1) {
      // One timestep for all tokens: a single row serves them all.
      all = Arrays.copyOf(all, Math.toIntExact(batch));
      tokens = 1;
    }
    Tensor place = places(all, distinct).to(device);
    return new Embedded(
        state.indexSelect(0, place).reshape(batch, tokens, width),
        modulation.indexSelect(0, place).reshape(batch, tokens, 6, width));
  }

  /** Tokens have few different timesteps, so each is computed once. */
  private static float[] distinct(float[] timesteps) {
    float[] found = new float[timesteps.length];
    int count = 0;
    for (float timestep : timesteps) {
      int at = 0;
      while (at < count && found[at] != timestep) {
        at++;
      }
      if (at == count) {
        found[count++] = timestep;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static Tensor places(float[] timesteps, float[] distinct) {
    long[] places = new long[timesteps.length];
    for (int i = 0; i < places.length; i++) {
      while (distinct[(int) places[i]] != timesteps[i]) {
        places[i]++;
      }
    }
    return Tensor.of(places, places.length);
  }

  /**
   * {@code [cos(t·ω), sin(t·ω)]} with {@code ω_i = 10000^(−i/n)} for n = width/2, in 32 bits as
   * diffusers' get_timestep_embedding computes it.
   */
  static Tensor sinusoid(float[] timesteps, int width) {
    int half = width / 2;
    float[] values = new float[timesteps.length * width];
    for (int t = 0; t < timesteps.length; t++) {
      for (int i = 0; i < half; i++) {
        float exponent = (float) -Math.log(LONGEST_PERIOD) * i / half;
        float angle = timesteps[t] * (float) Math.exp(exponent);
        values[t * width + i] = (float) Math.cos(angle);
        values[t * width + half + i] = (float) Math.sin(angle);
      }
    }
    return Tensor.of(values, timesteps.length, width);
  }
}
