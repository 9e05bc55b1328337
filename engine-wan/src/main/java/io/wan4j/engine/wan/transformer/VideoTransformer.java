package io.wan4j.engine.wan.transformer;

import io.wan4j.torch.Tensor;

/** Predicts the velocity of noisy latents. */
public interface VideoTransformer extends AutoCloseable {
  TransformerConfig config();

  /**
   * @param latents [B, in, T, H, W], conditions included
   * @param timestep [B], or [B, L] for a timestep of every token; 0 to 1000
   * @param cache decides whether blocks are computed
   * @return velocity [B, out, T, H, W], 32-bit floats
   */
  Tensor velocity(Tensor latents, Tensor timestep, Context context, StepCache cache);

  default Tensor velocity(Tensor latents, Tensor timestep, Context context) {
    return velocity(latents, timestep, context, StepCache.none());
  }

  @Override
  void close();
}
