package io.wan4j.engine.wan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.cache.TeaCache;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole run with two experts that skips blocks. */
@ExtendWith(LibtorchRequired.class)
class SkippingTest {
  private static final int STEPS = 6;

  @Test
  void skipsAndStaysNear() {
    Checkpoint checkpoint = Checkpoint.open(Fixtures.folder("pipelines").resolve("wan22_t2v_a14b"));
    try (Scope _ = Scope.open();
        TextToVideo video = TextToVideo.load(checkpoint, DType.FLOAT32, Device.CPU)) {
      Tensor exact = run(video, StepCaching.none());
      // A threshold of 0 never skips, an endless one always does after the first calls.
      assertThat(Fixtures.error(run(video, teaCache(0)), exact)).isZero();
      double skipped = Fixtures.error(run(video, teaCache(Double.MAX_VALUE)), exact);
      assertThat(skipped).isBetween(1e-3, 0.9);
    }
  }

  private static StepCaching teaCache(double threshold) {
    TeaCache.Settings settings =
        new TeaCache.Settings(new double[] {1, 0}, threshold, 2, 2 * STEPS - 2, false);
    return StepCaching.by(() -> new TeaCache(settings));
  }

  private static Tensor run(TextToVideo video, StepCaching caching) {
    List<Boolean> experts = new ArrayList<>();
    Denoising denoising =
        new Denoising(
            () -> new UniPcSampler(SigmaSchedule.of(Rule.UNIPC_DIFFUSERS, STEPS, 12)),
            4,
            3,
            caching,
            (step, steps, high, latents) -> experts.add(high));
    Tensor noise = new NormalNoise(1).next(1, 16, 3, 4, 6);
    Tensor latents = video.latents(new Prompts("a cat", "grey"), noise, denoising);
    assertThat(experts).hasSize(STEPS).contains(true, false);
    return latents;
  }
}
