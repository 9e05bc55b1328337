package io.wan4j.engine.wan.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.StepCache;
import io.wan4j.engine.wan.transformer.StepCache.TimeSignal;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class ResidualCacheTest {
  /** Computes every second call. */
  private static final class Alternating implements SkipRule {
    private int call;
    private double lastChange;

    @Override
    public Tensor signal(TimeSignal time) {
      return time.state();
    }

    @Override
    public boolean compute(int branch, double change) {
      lastChange = change;
      return call++ % 2 == 0;
    }

    @Override
    public void forget() {
      lastChange = 0;
    }
  }

  @Test
  void addsAgainWhatTheBlocksAdded() {
    Path folder = Fixtures.folder("transformer").resolve("t2v");
    Alternating rule = new Alternating();
    try (Scope _ = Scope.open();
        ResidualCache cache = new ResidualCache(rule, 0);
        WanTransformer network =
            WanTransformer.load(
                Config.read(folder.resolve("config.json")),
                TensorSource.of(
                    Weights.file(folder.resolve("diffusion_pytorch_model.safetensors"))),
                DType.FLOAT32,
                Device.CPU)) {
      NormalNoise noise = new NormalNoise(3);
      Tensor latents = noise.next(1, 16, 2, 4, 6);
      Context context = Context.ofText(noise.next(1, 9, 32));

      float[] computed = run(network, latents, 500, context, cache);
      assertThat(rule.lastChange).isZero();
      float[] same = run(network, latents, 500, context, cache);
      assertThat(rule.lastChange).isZero();
      assertThat(Fixtures.error(same, computed)).isLessThan(1e-5);
      assertThat(Fixtures.error(computed, run(network, latents, 500, context, StepCache.none())))
          .isZero();

      run(network, latents, 400, context, cache);
      assertThat(rule.lastChange).isGreaterThan(0.001);
      float[] skipped = run(network, latents.times(1.01), 390, context, cache);
      float[] exact = run(network, latents.times(1.01), 390, context, StepCache.none());
      assertThat(Fixtures.error(skipped, exact)).isBetween(1e-6, 0.2);
      assertThat(cache.computed()).isEqualTo(2);
      assertThat(cache.skipped()).isEqualTo(2);
    }
  }

  private static float[] run(
      WanTransformer network, Tensor latents, float timestep, Context context, StepCache cache) {
    try (Scope _ = Scope.open()) {
      return network
          .velocity(latents, Tensor.of(new float[] {timestep}, 1), context, cache)
          .toFloats();
    }
  }

  @Test
  void ratiosAreStretched() {
    MagCache.Settings measured =
        new MagCache.Settings(new double[] {1, 10, 2, 20, 3, 30, 4, 40}, 0.1, 2, 0.2, false);
    assertThat(measured.stretched(2, 2).ratios()).containsExactly(1, 10, 4, 40);
    assertThat(measured.stretched(4, 2).ratios()).isEqualTo(measured.ratios());
  }
}
