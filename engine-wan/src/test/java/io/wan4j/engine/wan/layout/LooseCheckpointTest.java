package io.wan4j.engine.wan.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.catalogue.FolderCard;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import io.wan4j.engine.wan.pipeline.Denoising;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.Prompts;
import io.wan4j.engine.wan.pipeline.TextToVideo;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.engine.wan.tiny.TinyOriginal;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same weights give the same film, however their files lie and name them. */
@ExtendWith(LibtorchRequired.class)
class LooseCheckpointTest {
  @TempDir static Path folder;

  private static Path hub;
  private static Path original;

  @BeforeAll
  static void write() {
    hub = TinyCheckpoint.of("tiny-t2v", 1).write(folder.resolve("hub"));
    original = TinyOriginal.write(hub, folder.resolve("original"));
  }

  @Test
  void aFolderOfTheWanRepositoriesFilmsTheSame() {
    assertThat(LooseCheckpoint.isOne(original)).isTrue();
    assertThat(LooseCheckpoint.isOne(hub)).isFalse();
    Path arranged = LooseCheckpoint.in(original).arrange(folder.resolve("arranged"));
    assertThat(CachedCheckpoints.missing(arranged)).isEmpty();
    assertThat(Checkpoint.open(arranged).family()).isEqualTo(CheckpointKind.TEXT);
    assertThat(FolderCard.read(arranged).transformer().layers()).isEqualTo(4);
    assertThat(film(arranged)).isEqualTo(film(hub));
  }

  @Test
  void singleFilesBecomeACheckpoint() {
    Path arranged =
        LooseCheckpoint.of(
                List.of(
                    original.resolve("Wan2.1_VAE.safetensors"),
                    original.resolve("models_t5_umt5-xxl-enc-bf16.safetensors"),
                    original.resolve("diffusion_pytorch_model.safetensors"),
                    original.resolve("config.json"),
                    original.resolve("google/umt5-xxl/spiece.model")))
            .arrange(folder.resolve("files"));
    Checkpoint checkpoint = Checkpoint.open(arranged);
    assertThat(checkpoint.transformerConfig()).isEqualTo(Checkpoint.open(hub).transformerConfig());
    assertThat(checkpoint.vaeConfig().residualBlocks())
        .isEqualTo(Checkpoint.open(hub).vaeConfig().residualBlocks());
    assertThat(CachedCheckpoints.missing(arranged)).isEmpty();
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    Path pickled = TinyOriginal.write(hub, folder.resolve("pickled"));
    Files.move(pickled.resolve("Wan2.1_VAE.safetensors"), pickled.resolve("Wan2.1_VAE.pth"));
    assertThatThrownBy(() -> LooseCheckpoint.in(pickled))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("lacks an autoencoder")
        .hasMessageContaining("pickles (.pth) are not opened");
    assertThatThrownBy(() -> LooseCheckpoint.of(List.of(pickled.resolve("Wan2.1_VAE.pth"))))
        .hasMessageContaining("pickles are not opened");
  }

  private static float[] film(Path checkpoint) {
    try (Scope _ = Scope.open();
        TextToVideo video =
            TextToVideo.load(Checkpoint.open(checkpoint), DType.FLOAT32, Device.CPU)) {
      Denoising denoising =
          new Denoising(
              () -> new UniPcSampler(SigmaSchedule.of(SigmaSchedule.Rule.UNIPC_WAN, 2, 3)),
              4,
              4,
              StepCaching.none(),
              (step, steps, high, latents) -> {});
      Tensor noise = new FilmSize(64, 48, 5).noise(video.vae().config(), 1);
      Tensor latents = video.latents(new Prompts("a boat", "grey"), noise, denoising);
      return video.vae().decode(video.vae().denormalize(latents)).toFloats();
    }
  }
}
