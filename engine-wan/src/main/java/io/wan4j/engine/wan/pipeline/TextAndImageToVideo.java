package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.image.ImagePreparation;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A first picture to video with Wan 2.2 TI2V-5B: the picture's latents take the place of the noise
 * in the first latent frame, and its tokens are told the timestep 0. Without a picture the same
 * checkpoint is run by {@link TextToVideo}.
 */
public final class TextAndImageToVideo implements AutoCloseable {
  private final PromptEncoder text;
  private final Experts<WanTransformer> experts;
  private final WanVae vae;

  public TextAndImageToVideo(PromptEncoder text, Experts<WanTransformer> experts, WanVae vae) {
    this.text = text;
    this.experts = experts;
    this.vae = vae;
  }

  public static TextAndImageToVideo load(Checkpoint checkpoint, DType type, Device device) {
    return new TextAndImageToVideo(
        checkpoint.prompts(type, device),
        TextToVideo.transformers(checkpoint, type, device),
        checkpoint.vae(DType.FLOAT32, device));
  }

  public WanVae vae() {
    return vae;
  }

  /**
   * @param noise [1, z, T, h, w]
   */
  public Tensor latents(
      Prompts prompts, RgbImage image, FilmSize size, Tensor noise, Denoising denoising) {
    return Scope.keeping(
        () -> {
          Prompts.Encoded words = text.encode(prompts);
          Tensor pixels =
              ImagePreparation.stretched(image, size.width(), size.height()).unsqueeze(2);
          Tensor first = vae.normalize(vae.encode(pixels));
          Tensor latents =
              denoising.run(
                  noise.to(vae.device()),
                  experts,
                  (x, timestep, branch, cache) ->
                      experts
                          .at(timestep)
                          .velocity(
                              branch.rows(withFirst(x, first)),
                              branch.rows(tokenTimesteps(x, timestep)),
                              Context.ofText(words.of(branch)),
                              cache));
          return withFirst(latents, first);
        });
  }

  private static Tensor withFirst(Tensor latents, Tensor first) {
    return Functions.cat(2, first, latents.slice(2, 1, latents.size(2)));
  }

  /** [1, L]: 0 for the tokens of the given frame. */
  private static Tensor tokenTimesteps(Tensor latents, float timestep) {
    int perFrame = Math.toIntExact(latents.size(3) / 2 * (latents.size(4) / 2));
    int tokens = Math.toIntExact(latents.size(2)) * perFrame;
    float[] timesteps = new float[tokens];
    Arrays.fill(timesteps, perFrame, tokens, timestep);
    return Tensor.of(timesteps, 1, tokens);
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
