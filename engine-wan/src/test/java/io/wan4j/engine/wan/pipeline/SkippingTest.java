package io.wan4j.engine.wan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.bench.SkippingBenchmark;
import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.cache.TeaCache;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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

  /**
   * What the figures of the tiny network promise: a third of the passes saved at least, and a film
   * whose colours differ by less than 8 of 255 in the mean. Real weights are measured by the
   * benchmark.
   */
  @Test
  void theRulesOfTheFiguresSavePassesAtAStatedPrice(@TempDir Path folder) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    Path tiny = TinyCheckpoint.of("tiny-t2v", 1).write(folder.resolve("tiny-t2v"));
    List<SkippingBenchmark.Line> lines =
        new SkippingBenchmark(new PrintStream(table, true), tiny, 5, 12, DType.FLOAT32).run(1);
    System.out.println(table);
    assertThat(lines).extracting(SkippingBenchmark.Line::rule).contains("none", "teacache 1.0");
    for (SkippingBenchmark.Line line : lines.subList(1, lines.size())) {
      assertThat(line.skipped()).as(line.rule()).isGreaterThanOrEqualTo(8);
      assertThat(line.computed() + line.skipped()).as(line.rule()).isEqualTo(24);
      assertThat(line.distance()).as(line.rule()).isBetween(0.1, 8.0);
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
