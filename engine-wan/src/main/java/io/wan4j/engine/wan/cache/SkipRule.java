package io.wan4j.engine.wan.cache;

import io.wan4j.engine.wan.transformer.StepCache.TimeSignal;
import io.wan4j.torch.Tensor;

/**
 * Decides for each call of a transformer whether its blocks are computed. Calls come in order; with
 * guidance two a step, which are the branches 0 and 1.
 */
public interface SkipRule {
  /** Which of the timestep's vectors is watched. */
  Tensor signal(TimeSignal time);

  /**
   * Called once for every call.
   *
   * @param branch 0 with the prompt, 1 with the negative prompt
   * @param change mean absolute change of the signal since the branch's last call, relative to its
   *     mean absolute value; 0 at the first
   */
  boolean compute(int branch, double change);

  /**
   * After a call whose blocks were computed.
   *
   * @param residual what they added, [B, L, d]; not to be kept
   */
  default void added(int branch, Tensor residual) {}

  /** Forgets what is summed up, as another transformer takes over; calls are counted on. */
  void forget();
}
