package io.wan4j.engine.wan.transformer;

import io.wan4j.torch.Tensor;
import java.util.function.UnaryOperator;

/**
 * Decides call by call whether the blocks are computed or what they added last time is added again.
 * Consecutive denoising steps change little, and the blocks are nearly all of the work.
 */
public interface StepCache {
  /**
   * @param tokens what would go into the blocks, [B, L, d]
   * @param time state and modulation of the timestep
   * @param blocks computes them
   */
  Tensor apply(Tensor tokens, TimeSignal time, UnaryOperator<Tensor> blocks);

  /** The timestep as the network sees it: state [B, 1, d] and modulation [B, 1, 6, d]. */
  record TimeSignal(Tensor state, Tensor modulation) {}

  /** Always computes. */
  static StepCache none() {
    return (tokens, time, blocks) -> blocks.apply(tokens);
  }
}
