package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * {@code x / max(‖x‖₂, 1e-12) · √C · γ} over the channels of each position (RMS_norm in
 * wan/modules/vae.py); in 32 bits.
 */
final class ChannelNorm {
  private static final double LEAST = 1e-12;

  private final Tensor gain;

  /** γ is stored as [C, 1, 1] or [C, 1, 1, 1]. */
  ChannelNorm(Parameters parameters, long channels, int dimensions) {
    long[] shape = new long[dimensions];
    java.util.Arrays.fill(shape, 1);
    shape[0] = channels;
    Tensor gamma = parameters.get("gamma", shape);
    try (Scope scope = Scope.open()) {
      gain = parameters.own(gamma.to(DType.FLOAT32).times(Math.sqrt(channels)), scope);
    }
  }

  /** Channels are dimension 1. */
  Tensor apply(Tensor x) {
    return Kernels.channelNorm(x, gain, LEAST, false);
  }

  /** SiLU of the norm. */
  Tensor applyThenSilu(Tensor x) {
    return Kernels.channelNorm(x, gain, LEAST, true);
  }
}
