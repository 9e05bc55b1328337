package io.wan4j.engine.wan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.FolderCard;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.engine.wan.fit.FitPlanner;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.PartBytes;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Weights of eight bits on the processor: what they save, and how far the latents move. */
@ExtendWith(LibtorchRequired.class)
class EightBitsTest {
  private static final DType TYPE = DType.BFLOAT16;
  private static final Parameters.Precision SIXTEEN = NetworkPrecision.of(TYPE, Device.CPU);
  private static final Parameters.Precision EIGHT = NetworkPrecision.ofEightBits(TYPE, Device.CPU);

  /** Of the latents' own spread, after four steps of the tiny network. */
  private static final double DISTANCE = 0.05;

  @TempDir Path folder;

  private Checkpoint checkpoint(String kind) {
    return Checkpoint.open(TinyCheckpoint.of(kind, 1).write(folder.resolve(kind)));
  }

  @Test
  void latentsStayNearThoseOfSixteenBits() {
    Checkpoint checkpoint = checkpoint("tiny-t2v");
    try (Scope _ = Scope.open()) {
      float[] sixteen = latents(checkpoint, SIXTEEN);
      float[] eight = latents(checkpoint, EIGHT);
      double distance = distance(eight, sixteen);
      System.out.printf("fp8 weights move latents by %.2f %%%n", 100 * distance);
      assertThat(distance).isBetween(1e-4, DISTANCE);
      assertThat(latents(checkpoint, EIGHT)).as("once more").isEqualTo(eight);
    }
  }

  @Test
  void weightsTakeWhatTheEstimateSays() {
    for (String kind : List.of("tiny-t2v", "tiny-i2v")) {
      Checkpoint checkpoint = checkpoint(kind);
      long sixteen = bytes(checkpoint, SIXTEEN);
      long eight = bytes(checkpoint, EIGHT);
      assertThat(eight).as(kind).isLessThan(sixteen);
      assertThat((double) estimate(checkpoint, EightBits.NEVER) / sixteen)
          .isEqualTo(1, within(0.01));
      assertThat((double) estimate(checkpoint, EightBits.ALWAYS) / eight)
          .isEqualTo(1, within(0.01));
    }
  }

  private static long bytes(Checkpoint checkpoint, Parameters.Precision precision) {
    try (WanTransformer network = checkpoint.transformer("transformer", precision, List.of())) {
      return network.bytes();
    }
  }

  private static long estimate(Checkpoint checkpoint, EightBits eightBits) {
    CheckpointCard card = FolderCard.read(checkpoint.folder());
    DeviceMemory memory = new DeviceMemory(Device.CPU, Long.MAX_VALUE, Long.MAX_VALUE);
    return new FitPlanner(memory, Options.DEFAULT.withEightBits(eightBits))
        .candidates(
            card.transformer(),
            PartBytes.read(checkpoint.folder(), Device.CPU, TYPE, TYPE),
            card.vae(),
            new FilmSize(64, 48, 5))
        .getFirst()
        .estimate()
        .weights();
  }

  private static float[] latents(Checkpoint checkpoint, Parameters.Precision precision) {
    Denoising denoising =
        new Denoising(
            () -> new UniPcSampler(SigmaSchedule.of(Rule.UNIPC_DIFFUSERS, 4, 3)),
            5,
            5,
            StepCaching.none(),
            (step, steps, high, latents) -> {});
    try (Scope _ = Scope.open();
        TextToVideo video =
            new TextToVideo(
                checkpoint.prompts(TYPE, Device.CPU),
                TextToVideo.transformers(checkpoint, precision, true),
                checkpoint.vae(DType.FLOAT32, Device.CPU))) {
      Tensor noise = new NormalNoise(1).next(1, 16, 3, 6, 8);
      return video.latents(new Prompts("a cat", "grey"), noise, denoising).toFloats();
    }
  }

  private static double distance(float[] actual, float[] expected) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < actual.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / size);
  }
}
