package io.wan4j.engine.wan.audio;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * Tells each state what is around it, in place of positions. The weights are stored as direction
 * and length apart (arXiv 1602.07868), one length for each place of the kernel.
 */
final class PositionConvolution {
  private final Tensor weight;
  private final Tensor bias;
  private final long kernel;
  private final long groups;

  PositionConvolution(Parameters parameters, Wav2Vec2Config config) {
    kernel = config.positionKernel();
    groups = config.positionGroups();
    long width = config.width();
    // Older and newer versions of PyTorch name the two differently.
    boolean newer = parameters.has("parametrizations.weight.original0");
    Tensor length =
        parameters.get(newer ? "parametrizations.weight.original0" : "weight_g", 1, 1, kernel);
    Tensor direction =
        parameters.get(
            newer ? "parametrizations.weight.original1" : "weight_v",
            width,
            width / groups,
            kernel);
    bias = parameters.get("bias", width);
    try (Scope scope = Scope.open()) {
      Tensor norm = direction.times(direction).sum(0, 1).sqrt().reshape(1, 1, kernel);
      weight = parameters.own(direction.times(length.over(norm)), scope);
    }
  }

  /** [1, T, width] to the same. */
  Tensor apply(Tensor x) {
    return Scope.keeping(
        () -> {
          // Padded on both sides; of an even kernel the last result is cut off.
          long after = kernel / 2 - (kernel % 2 == 0 ? 1 : 0);
          Tensor padded = Functions.pad(x.transpose(1, 2), kernel / 2, after);
          Tensor y = Functions.conv1d(padded, weight, bias, 1, groups);
          return Functions.gelu(y).transpose(1, 2);
        });
  }
}
