package io.wan4j.engine.wan.sampler;

import io.wan4j.torch.DType;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * For distilled models that go to the picture in every step and add fresh noise for the next:
 * {@code x0 = x − σ·v}, {@code x' = (1 − σ')·x0 + σ'·noise} (DMD, rCM).
 */
public record RenoisingSampler(SigmaSchedule schedule, NormalNoise noise) implements Sampler {
  @Override
  public Tensor step(int step, Tensor sample, Tensor velocity) {
    return Scope.keeping(
        () -> {
          Tensor picture = sample.plus(velocity.to(DType.FLOAT32), -schedule.sigma(step));
          double next = schedule.sigma(step + 1);
          if (next == 0) {
            return picture;
          }
          Tensor fresh = noise.next(sample.shape()).to(sample.device());
          return picture.times(1 - next).plus(fresh, next);
        });
  }

  @Override
  public void close() {}
}
