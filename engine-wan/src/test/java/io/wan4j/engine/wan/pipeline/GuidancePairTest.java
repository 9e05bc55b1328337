package io.wan4j.engine.wan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.cache.TeaCache;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.engine.wan.transformer.StepCache;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both prompts in one pass; that the pipelines give the same is held by PipelineParityTest. */
@ExtendWith(LibtorchRequired.class)
class GuidancePairTest {
  private static final double F32 = 1e-4;

  private static Denoising denoising(double guidance, StepCaching caching, boolean paired) {
    return new Denoising(
        () -> new UniPcSampler(SigmaSchedule.of(Rule.UNIPC_DIFFUSERS, 2, 3)),
        guidance,
        guidance,
        caching,
        paired,
        (step, steps, high, latents) -> {});
  }

  @Test
  void asksOnceAStepWhereItCan() {
    assertThat(asked(5, StepCaching.none(), true)).containsExactly(Branch.BOTH, Branch.BOTH);
    assertThat(asked(5, StepCaching.none(), false))
        .containsExactly(Branch.PROMPT, Branch.NEGATIVE, Branch.PROMPT, Branch.NEGATIVE);
    assertThat(asked(1, StepCaching.none(), true)).containsExactly(Branch.PROMPT, Branch.PROMPT);
    TeaCache.Settings settings = new TeaCache.Settings(new double[] {1, 0}, 0, 1, 2, false);
    assertThat(asked(5, StepCaching.by(() -> new TeaCache(settings)), true))
        .as("each prompt skips for itself")
        .containsExactly(Branch.PROMPT, Branch.NEGATIVE, Branch.PROMPT, Branch.NEGATIVE);
  }

  private static List<Branch> asked(double guidance, StepCaching caching, boolean paired) {
    List<Branch> asked = new ArrayList<>();
    try (Scope _ = Scope.open()) {
      denoising(guidance, caching, paired)
          .run(
              new NormalNoise(1).next(1, 16, 1, 4, 4),
              Experts.one(() -> () -> {}),
              (Tensor x, float timestep, Branch branch, StepCache cache) -> {
                asked.add(branch);
                return branch.rows(x);
              });
    }
    return asked;
  }

  @Test
  void speechIsHeardOnlyWithThePrompt(@TempDir Path folder) {
    Checkpoint checkpoint = Checkpoint.open(TinyCheckpoint.of("tiny-s2v", 1).write(folder));
    try (Scope _ = Scope.open();
        SpeechToVideo video = SpeechToVideo.load(checkpoint, DType.FLOAT32, Device.CPU)) {
      Tensor apart = spoken(video, false);
      assertThat(Fixtures.error(spoken(video, true), apart)).isLessThan(F32);
    }
  }

  private static Tensor spoken(SpeechToVideo video, boolean paired) {
    FilmSize size = new FilmSize(64, 64, 8);
    NormalNoise noise = new NormalNoise(1);
    RgbImage person = new RgbImage(64, 64, new byte[3 * 64 * 64]);
    return video.latents(
        new Prompts("a cat", "grey"),
        new SpeechToVideo.Clip(person, List.of(), noise.next(1, 25, 16, 8)),
        size,
        size.noise(video.vae().config(), 1),
        denoising(5, StepCaching.none(), paired));
  }
}
