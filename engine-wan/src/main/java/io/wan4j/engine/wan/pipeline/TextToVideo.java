package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.image.ImagePreparation;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.VideoTransformer;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Text to video with Wan 2.1 (T2V-1.3B, T2V-14B) and Wan 2.2 (T2V-A14B, TI2V-5B). */
public final class TextToVideo implements AutoCloseable {
  private final PromptEncoder text;
  private final Experts<WanTransformer> experts;
  private final WanVae vae;

  public TextToVideo(PromptEncoder text, Experts<WanTransformer> experts, WanVae vae) {
    this.text = text;
    this.experts = experts;
    this.vae = vae;
  }

  /** All parts in one type; the autoencoder in 32 bits, as it was trained. */
  public static TextToVideo load(Checkpoint checkpoint, DType type, Device device) {
    return new TextToVideo(
        checkpoint.prompts(type, device),
        transformers(checkpoint, type, device),
        checkpoint.vae(DType.FLOAT32, device));
  }

  static Experts<WanTransformer> transformers(Checkpoint checkpoint, DType type, Device device) {
    return transformers(checkpoint, NetworkPrecision.of(type, device), true);
  }

  /**
   * The checkpoint's one transformer, or both.
   *
   * @param together whether both stay loaded
   */
  public static Experts<WanTransformer> transformers(
      Checkpoint checkpoint, Parameters.Precision precision, boolean together) {
    return checkpoint.has("transformer_2")
        ? Experts.two(
            () -> checkpoint.transformer("transformer", precision, List.of()),
            () -> checkpoint.transformer("transformer_2", precision, List.of()),
            checkpoint.boundary(),
            together)
        : Experts.one(() -> checkpoint.transformer("transformer", precision, List.of()));
  }

  public WanVae vae() {
    return vae;
  }

  /**
   * @param noise [1, z, T, h, w], see {@link FilmSize#noise}
   * @return latents as the transformer knows them
   */
  public Tensor latents(Prompts prompts, Tensor noise, Denoising denoising) {
    return Scope.keeping(
        () -> {
          Prompts.Encoded words = text.encode(prompts);
          return denoising.run(
              noise.to(vae.device()),
              experts,
              (x, timestep, branch, cache) -> {
                VideoTransformer transformer = experts.at(timestep);
                return transformer.velocity(
                    branch.rows(x),
                    branch.timestep(timestep),
                    Context.ofText(words.of(branch)),
                    cache);
              });
        });
  }

  /**
   * Goes on from frames that are known, though the network was never taught to: in every step they
   * take their place in the latents with as much noise as the rest has (as RePaint does in space,
   * arXiv 2201.09865).
   *
   * @param known the first frames, 4n + 1, in the size of the film
   */
  public Tensor continued(
      Prompts prompts, List<RgbImage> known, FilmSize size, Tensor noise, Denoising denoising) {
    return Scope.keeping(
        () -> {
          Prompts.Encoded words = text.encode(prompts);
          List<Tensor> frames = new ArrayList<>();
          for (RgbImage frame : known) {
            frames.add(ImagePreparation.stretched(frame, size.width(), size.height()).unsqueeze(2));
          }
          Tensor start = vae.normalize(vae.encode(Functions.cat(2, frames)));
          long length = start.size(2);
          Tensor startNoise = noise.slice(2, 0, length);
          Tensor latents =
              denoising.run(
                  noise,
                  experts,
                  (x, timestep, branch, cache) -> {
                    double sigma = timestep / 1000;
                    Tensor noisy = start.times(1 - sigma).plus(startNoise, sigma);
                    return experts
                        .at(timestep)
                        .velocity(
                            branch.rows(Functions.cat(2, noisy, x.slice(2, length, x.size(2)))),
                            branch.timestep(timestep),
                            Context.ofText(words.of(branch)),
                            cache);
                  });
          return Functions.cat(2, start, latents.slice(2, length, latents.size(2)));
        });
  }

  /** Frames of latents, chunk by chunk; see {@link WanVae#decode(Tensor, Consumer)}. */
  public void frames(Tensor latents, Consumer<Tensor> chunks) {
    try (Scope _ = Scope.open()) {
      vae.decode(vae.denormalize(latents), chunks);
    }
  }

  @Override
  public void close() {
    text.close();
    experts.close();
    vae.close();
  }
}
