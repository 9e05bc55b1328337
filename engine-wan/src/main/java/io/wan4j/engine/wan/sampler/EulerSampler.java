package io.wan4j.engine.wan.sampler;

import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/** Straight on: {@code x' = x + (σ' − σ)·v}. */
public record EulerSampler(SigmaSchedule schedule) implements Sampler {
  @Override
  public Tensor step(int step, Tensor sample, Tensor velocity) {
    double distance = schedule.sigma(step + 1) - schedule.sigma(step);
    return Scope.keeping(() -> sample.plus(velocity.to(DType.FLOAT32), distance));
  }

  @Override
  public void close() {}
}
