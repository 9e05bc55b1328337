package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.VaceTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * All tasks of VACE (Wan 2.1 VACE-1.3B and 14B; Wan 2.2 VACE-Fun-A14B); see {@link VaceControl}.
 */
public final class VaceVideo implements AutoCloseable {
  private final PromptEncoder text;
  private final Experts<VaceTransformer> experts;
  private final WanVae vae;

  public VaceVideo(PromptEncoder text, Experts<VaceTransformer> experts, WanVae vae) {
    this.text = text;
    this.experts = experts;
    this.vae = vae;
  }

  public static VaceVideo load(Checkpoint checkpoint, DType type, Device device) {
    return new VaceVideo(
        checkpoint.prompts(type, device),
        transformers(checkpoint, NetworkPrecision.of(type, device), true),
        checkpoint.vae(DType.FLOAT32, device));
  }

  /**
   * The checkpoint's one transformer, or both.
   *
   * @param together whether both stay loaded
   */
  public static Experts<VaceTransformer> transformers(
      Checkpoint checkpoint, Parameters.Precision precision, boolean together) {
    return checkpoint.has("transformer_2")
        ? Experts.two(
            () -> checkpoint.vaceTransformer("transformer", precision, List.of()),
            () -> checkpoint.vaceTransformer("transformer_2", precision, List.of()),
            checkpoint.boundary(),
            together)
        : Experts.one(() -> checkpoint.vaceTransformer("transformer", precision, List.of()));
  }

  public WanVae vae() {
    return vae;
  }

  /** Noise for the film and, before it, for as many latent frames as there are references. */
  public Tensor noise(FilmSize size, VaceControl control, long seed) {
    long[] shape = size.latentShape(vae.config());
    shape[2] += control.references().size();
    return new NormalNoise(seed).next(shape);
  }

  /**
   * @param strength how strongly the control counts; 1 is as trained
   * @param noise see {@link #noise}
   * @return latents of the film, without the references
   */
  public Tensor latents(
      Prompts prompts, VaceControl control, double strength, Tensor noise, Denoising denoising) {
    return Scope.keeping(
        () -> {
          Prompts.Encoded words = text.encode(prompts);
          Tensor guide = control.encode(vae);
          Tensor latents =
              denoising.run(
                  noise.to(vae.device()),
                  experts,
                  (x, timestep, branch, cache) -> {
                    VaceTransformer transformer = experts.at(timestep);
                    return transformer.velocity(
                        branch.rows(x),
                        branch.timestep(timestep),
                        Context.ofText(words.of(branch)),
                        branch.rows(guide),
                        transformer.strengths(strength),
                        cache);
                  });
          return latents.slice(2, control.references().size(), latents.size(2));
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
