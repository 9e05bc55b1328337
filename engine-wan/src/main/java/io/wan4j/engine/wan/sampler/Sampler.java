package io.wan4j.engine.wan.sampler;

import io.wan4j.torch.Tensor;

/**
 * Takes latents from noise to picture, a step for each velocity that the network predicts. Steps
 * are taken in order, each once; a sampler keeps what it needs of earlier ones.
 */
public interface Sampler extends AutoCloseable {
  SigmaSchedule schedule();

  /**
   * @param step number of the step, from 0
   * @param sample latents with as much noise as sigma says, 32-bit floats
   * @param velocity noise minus picture, as predicted
   * @return latents with the noise of the next sigma
   */
  Tensor step(int step, Tensor sample, Tensor velocity);

  /** Frees what earlier steps left. */
  @Override
  void close();
}
