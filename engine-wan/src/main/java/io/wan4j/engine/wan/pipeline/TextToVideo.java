package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.text.UnigramTokenizer;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.VideoTransformer;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.function.Consumer;

/** Text to video with Wan 2.1 (T2V-1.3B, T2V-14B) and Wan 2.2 (T2V-A14B, TI2V-5B). */
public final class TextToVideo implements AutoCloseable {
  private final UnigramTokenizer tokenizer;
  private final Umt5Encoder textEncoder;
  private final Experts<WanTransformer> experts;
  private final WanVae vae;

  public TextToVideo(
      UnigramTokenizer tokenizer,
      Umt5Encoder textEncoder,
      Experts<WanTransformer> experts,
      WanVae vae) {
    this.tokenizer = tokenizer;
    this.textEncoder = textEncoder;
    this.experts = experts;
    this.vae = vae;
  }

  /** All parts in one type; the autoencoder in 32 bits, as it was trained. */
  public static TextToVideo load(Checkpoint checkpoint, DType type, Device device) {
    return new TextToVideo(
        checkpoint.tokenizer(),
        checkpoint.textEncoder(type, device),
        transformers(checkpoint, type, device),
        checkpoint.vae(DType.FLOAT32, device));
  }

  static Experts<WanTransformer> transformers(Checkpoint checkpoint, DType type, Device device) {
    WanTransformer high = checkpoint.transformer("transformer", type, device, List.of());
    return checkpoint.has("transformer_2")
        ? Experts.two(
            high,
            checkpoint.transformer("transformer_2", type, device, List.of()),
            checkpoint.boundary())
        : Experts.one(high);
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
          Prompts.Encoded text = prompts.encode(tokenizer, textEncoder);
          return denoising.run(
              noise.to(vae.device()),
              experts,
              (x, timestep, prompt, cache) -> {
                VideoTransformer transformer = experts.at(timestep);
                return transformer.velocity(
                    x,
                    Tensor.of(new float[] {timestep}, 1),
                    Context.ofText(text.of(prompt)),
                    cache);
              });
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
    textEncoder.close();
    experts.close();
    vae.close();
  }
}
