package io.wan4j.engine.wan.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class DistilledScheduleTest {
  @Test
  void sigmasOfStepDistillation() {
    SigmaSchedule schedule = SigmaSchedule.distilled(5, 1000, 750, 500, 250);
    assertThat(schedule.sigmas())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(1, 0.9375f, 0.83333f, 0.625f, 0);
  }

  @Test
  void renoisedStepsKeepTheirTimesteps() {
    SigmaSchedule schedule = SigmaSchedule.renoised(8, 1000, 757, 522);
    assertThat(schedule.timesteps()).containsExactly(1000, 757, 522);
    assertThat(schedule.sigmas()[1]).isEqualTo(0.757f, within(2e-3f));
  }

  @Test
  void trigonometricAngles() {
    SigmaSchedule schedule = SigmaSchedule.trigonometric(80, 4);
    assertThat(schedule.sigmas()[0]).isEqualTo(80f / 81, within(1e-6f));
    assertThat(schedule.sigmas()[4]).isZero();
    assertThatThrownBy(() -> SigmaSchedule.trigonometric(80, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void renoisingEndsAtThePicture() {
    SigmaSchedule schedule = SigmaSchedule.renoised(8, 1000, 522);
    try (Scope _ = Scope.open();
        Sampler sampler = new RenoisingSampler(schedule, new NormalNoise(1))) {
      Tensor noise = new NormalNoise(2).next(1, 4, 4, 4);
      Tensor velocity = noise.minus(Tensor.scalar(0.5));
      Tensor first = sampler.step(0, noise, velocity);
      Tensor fresh = new NormalNoise(1).next(1, 4, 4, 4);
      double sigma = schedule.sigmas()[1];
      Tensor expected = fresh.times(sigma).plus(0.5 * (1 - sigma));
      assertThat(first.minus(expected).abs().sum(0, 1, 2, 3).item()).isLessThan(1e-4f);
      Tensor last = sampler.step(1, first, first.minus(Tensor.scalar(0.25)).over(sigma));
      assertThat(last.mean(0, 1, 2, 3).item()).isEqualTo(0.25f, within(1e-5f));
    }
  }
}
