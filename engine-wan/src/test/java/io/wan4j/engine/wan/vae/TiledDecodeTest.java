package io.wan4j.engine.wan.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that are decoded in tiles come piece by piece, and are those of the whole picture. */
@ExtendWith(LibtorchRequired.class)
class TiledDecodeTest {
  private static final TiledVae.Tiles TILES = new TiledVae.Tiles(64, 48);
  private static final int LATENT_FRAMES = 2;

  @ParameterizedTest
  @ValueSource(strings = {"vae21", "vae22"})
  void streamsWhatTheWholePictureIs(String version) {
    try (Scope scope = Scope.open();
        WanVae vae = load(version)) {
      int factor = vae.config().spatialFactor();
      Tensor latents = latents(vae, factor);
      List<Long> lengths = new ArrayList<>();
      List<Integer> piecesBefore = new ArrayList<>();
      List<Tensor> chunks = new ArrayList<>();
      int[] pieces = new int[1];
      new TiledVae(vae, TILES)
          .decode(
              latents,
              DType.FLOAT16,
              () -> pieces[0]++,
              chunk -> {
                lengths.add(chunk.size(2));
                piecesBefore.add(pieces[0]);
                chunks.add(scope.adopt(chunk.copy()));
              });
      assertThat(lengths).containsExactly(1L, 4L);
      // Two tiles by three: the last gives frames with each of its pieces.
      assertThat(piecesBefore).containsExactly(11, 12);
      Tensor streamed = Functions.cat(2, chunks);
      assertThat(streamed.shape()).containsExactly(1, 3, 5, 80, 112);
      assertThat(largest(streamed, new TiledVae(vae, TILES).decode(latents)))
          .as("16 bits for what waits cost less than an eighth of a film's step of colour")
          .isLessThan(0.125 / 127.5);
      // Random weights look as far as the picture goes, so tiles differ more than with trained
      // ones;
      // that the values are those of the reference's tiles is checked with the parity fixtures.
      Tensor whole = vae.decode(latents);
      Tensor moved = Functions.cat(4, whole.slice(4, 48, 112), whole.slice(4, 0, 48));
      assertThat(mean(streamed, whole)).isPositive().isLessThan(0.7 * mean(streamed, moved));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "vae21")
  void stopsBetweenPieces(String version) {
    try (Scope _ = Scope.open();
        WanVae vae = load(version)) {
      Tensor latents = latents(vae, vae.config().spatialFactor());
      int[] pieces = new int[1];
      assertThatThrownBy(
              () ->
                  new TiledVae(vae, TILES)
                      .decode(
                          latents,
                          DType.FLOAT16,
                          () -> {
                            if (++pieces[0] == 4) {
                              throw new CancellationException("unwanted");
                            }
                          },
                          chunk -> {}))
          .isInstanceOf(CancellationException.class);
      assertThat(pieces[0]).isEqualTo(4);
    }
  }

  private static Tensor latents(WanVae vae, int factor) {
    return new NormalNoise(7)
        .next(1, vae.config().latentChannels(), LATENT_FRAMES, 80 / factor, 112 / factor);
  }

  private static double largest(Tensor one, Tensor other) {
    double largest = 0;
    float[] first = one.toFloats();
    float[] second = other.toFloats();
    for (int i = 0; i < first.length; i++) {
      largest = Math.max(largest, Math.abs(first[i] - second[i]));
    }
    return largest;
  }

  private static double mean(Tensor one, Tensor other) {
    return one.minus(other).abs().reshape(-1).mean(0).item();
  }

  private static WanVae load(String version) {
    Path folder = Fixtures.folder(version);
    return WanVae.load(
        Config.read(folder.resolve("config.json")),
        TensorSource.of(Weights.file(folder.resolve("diffusion_pytorch_model.safetensors"))),
        DType.FLOAT32,
        Device.CPU);
  }
}
