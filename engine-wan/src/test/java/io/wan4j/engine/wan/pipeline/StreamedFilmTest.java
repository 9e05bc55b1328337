package io.wan4j.engine.wan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
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

/** Runs whose blocks are streamed give the same latents, number for number. */
@ExtendWith(LibtorchRequired.class)
class StreamedFilmTest {
  private static final Parameters.Precision RESIDENT =
      NetworkPrecision.of(DType.FLOAT32, Device.CPU);
  private static final Prompts PROMPTS = new Prompts("a cat", "grey");

  @TempDir Path folder;

  private Checkpoint checkpoint(String kind) {
    return Checkpoint.open(TinyCheckpoint.of(kind, 1).write(folder.resolve(kind)));
  }

  private static Denoising denoising() {
    return new Denoising(
        () -> new UniPcSampler(SigmaSchedule.of(Rule.UNIPC_DIFFUSERS, 2, 3)),
        5,
        5,
        StepCaching.none(),
        (step, steps, high, latents) -> {});
  }

  @Test
  void wordsAreReadTheSame() {
    for (String kind : List.of("tiny-t2v", "tiny-i2v")) {
      Checkpoint checkpoint = checkpoint(kind);
      Parameters.Precision resident = Parameters.Precision.of(DType.BFLOAT16, Device.CPU);
      assertThat(states(checkpoint, resident.withStreaming()))
          .isEqualTo(states(checkpoint, resident));
    }
  }

  private static float[] states(Checkpoint checkpoint, Parameters.Precision precision) {
    long[] ids = checkpoint.tokenizer().encode("a cat on the sea", 512);
    try (Scope _ = Scope.open();
        Umt5Encoder text = checkpoint.textEncoder(precision)) {
      text.encode(ids); // a second time, all are read again
      return text.encode(ids).to(DType.FLOAT32).toFloats();
    }
  }

  @Test
  void fromWords() {
    Checkpoint checkpoint = checkpoint("tiny-t2v");
    assertThat(words(checkpoint, RESIDENT.withStreaming())).isEqualTo(words(checkpoint, RESIDENT));
  }

  private static float[] words(Checkpoint checkpoint, Parameters.Precision precision) {
    try (Scope _ = Scope.open();
        TextToVideo video =
            new TextToVideo(
                checkpoint.prompts(DType.FLOAT32, Device.CPU),
                TextToVideo.transformers(checkpoint, precision, true),
                checkpoint.vae(DType.FLOAT32, Device.CPU))) {
      return video
          .latents(PROMPTS, new NormalNoise(1).next(1, 16, 2, 6, 8), denoising())
          .toFloats();
    }
  }

  @Test
  void drivenBySpeech() {
    Checkpoint checkpoint = checkpoint("tiny-s2v");
    float[] resident = spoken(checkpoint, RESIDENT);
    assertThat(spoken(checkpoint, RESIDENT.withStreaming())).isEqualTo(resident);
    assertThat(spoken(checkpoint, NetworkPrecision.ofEightBits(DType.FLOAT32, Device.CPU)))
        .as("with weights of eight bits it is nearly the same")
        .isNotEqualTo(resident)
        .satisfies(eight -> assertThat(Fixtures.error(eight, resident)).isLessThan(0.1));
  }

  private static float[] spoken(Checkpoint checkpoint, Parameters.Precision precision) {
    FilmSize size = new FilmSize(64, 64, 8);
    RgbImage person = new RgbImage(64, 64, new byte[3 * 64 * 64]);
    try (Scope _ = Scope.open();
        SpeechToVideo video =
            new SpeechToVideo(
                checkpoint.prompts(DType.FLOAT32, Device.CPU),
                Experts.one(() -> checkpoint.speechTransformer(precision)),
                checkpoint.vae(DType.FLOAT32, Device.CPU))) {
      Tensor speech = new NormalNoise(1).next(1, 25, 16, 8);
      return video
          .latents(
              PROMPTS,
              new SpeechToVideo.Clip(person, List.of(), speech),
              size,
              size.noise(video.vae().config(), 1),
              denoising())
          .toFloats();
    }
  }

  @Test
  void controlledByVace() {
    Checkpoint checkpoint = checkpoint("tiny-vace");
    assertThat(controlled(checkpoint, RESIDENT.withStreaming()))
        .isEqualTo(controlled(checkpoint, RESIDENT));
  }

  private static float[] controlled(Checkpoint checkpoint, Parameters.Precision precision) {
    FilmSize size = new FilmSize(64, 48, 5);
    try (Scope _ = Scope.open();
        VaceVideo video =
            new VaceVideo(
                checkpoint.prompts(DType.FLOAT32, Device.CPU),
                VaceVideo.transformers(checkpoint, precision, true),
                checkpoint.vae(DType.FLOAT32, Device.CPU))) {
      VaceControl control = VaceControl.nothing(size);
      return video
          .latents(PROMPTS, control, 1, video.noise(size, control, 1), denoising())
          .toFloats();
    }
  }
}
