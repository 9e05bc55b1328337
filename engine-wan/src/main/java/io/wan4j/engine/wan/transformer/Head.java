package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Tensor;
import java.util.List;

/** Tokens to the values of their patches: a modulated norm and a linear. */
final class Head {
  private final Tensor modulation;
  private final Linear projection;
  private final double epsilon;

  Head(Parameters parameters, String modulation, String projection, TransformerConfig config) {
    this.modulation = parameters.get(modulation, 1, 2, config.width());
    this.projection =
        parameters.linear(
            projection,
            config.width(),
            (long) config.outChannels() * TransformerConfig.PATCH * TransformerConfig.PATCH);
    this.epsilon = config.epsilon();
  }

  /**
   * @param x [B, L, d]
   * @param state of the timestep, [B, 1, d] or [B, L, d]
   * @return [B, L, 4·out]
   */
  Tensor apply(Tensor x, Tensor state) {
    Tensor table = modulation.to(DType.FLOAT32).unsqueeze(0);
    List<Tensor> parts = table.plus(state.to(DType.FLOAT32).unsqueeze(2)).chunk(2, 2);
    Tensor shift = parts.get(0).reshape(state.shape());
    Tensor scale = parts.get(1).reshape(state.shape());
    return projection.apply(Kernels.modulatedNorm(x, shift, scale, epsilon));
  }
}
