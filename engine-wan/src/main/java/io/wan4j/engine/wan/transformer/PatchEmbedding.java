package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;

/**
 * Latents to tokens: a convolution whose stride is its kernel (1, 2, 2), hence a product with each
 * patch.
 */
final class PatchEmbedding {
  private final Tensor weight;
  private final Tensor bias;
  private final long width;

  PatchEmbedding(Parameters parameters, long channels, long width) {
    this.width = width;
    weight =
        parameters.get(
            "weight", width, channels, 1, TransformerConfig.PATCH, TransformerConfig.PATCH);
    bias = parameters.get("bias", width);
  }

  /** [B, C, T, H, W] to [B, L, d]. */
  Tensor apply(Tensor latents) {
    Tensor placed = latents.to(weight.device()).to(weight.dtype());
    Tensor patches = TokenGrid.of(latents).cut(placed);
    return Functions.linear(patches, weight.reshape(width, -1), bias);
  }
}
