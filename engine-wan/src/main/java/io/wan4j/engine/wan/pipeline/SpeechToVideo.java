package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.image.ImagePreparation;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.SpeechTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Somebody in a picture says what is heard, with Wan 2.2 S2V-14B (arXiv 2508.18621; generate in
 * wan/speech2video.py). A film is made clip by clip, each of which is told the frames before it.
 */
public final class SpeechToVideo implements AutoCloseable {
  /** Frames before a clip that it is told: 19 latent frames. */
  public static final int FRAMES_BEFORE = 73;

  /**
   * How often a picture stands before the film that is to begin with it ({@code init_first_frame}).
   */
  private static final int STILL_FRAMES = 6;

  private final PromptEncoder text;
  private final Experts<SpeechTransformer> transformer;
  private final WanVae vae;

  /**
   * A clip to be made.
   *
   * @param person the picture of who speaks
   * @param before the frames before, the newest last, {@value #FRAMES_BEFORE} at most; none where
   *     the film need not begin with the picture
   * @param speech states of the speech encoder, [1, layers + 1, width, frames of the clip]
   */
  public record Clip(RgbImage person, List<RgbImage> before, Tensor speech) {
    public Clip {
      before = List.copyOf(before);
    }
  }

  public SpeechToVideo(PromptEncoder text, Experts<SpeechTransformer> transformer, WanVae vae) {
    this.text = text;
    this.transformer = transformer;
    this.vae = vae;
  }

  /** The autoencoder in 32 bits, as it was trained. */
  public static SpeechToVideo load(Checkpoint checkpoint, DType type, Device device) {
    return new SpeechToVideo(
        checkpoint.prompts(type, device),
        Experts.one(() -> checkpoint.speechTransformer(NetworkPrecision.of(type, device))),
        checkpoint.vae(DType.FLOAT32, device));
  }

  /** What stands before a film that begins with a picture. */
  public static List<RgbImage> stillness(RgbImage picture) {
    return Collections.nCopies(STILL_FRAMES, picture);
  }

  public WanVae vae() {
    return vae;
  }

  /**
   * One clip.
   *
   * @param size of the clip; 4n frames
   * @param noise [1, z, n, h, w]
   * @return latents of the frames before, which have to be decoded with it, and of the clip: [1, z,
   *     19 + n, h, w], or [1, z, 1 + n, h, w] with the picture's own where nothing is before; of
   *     that clip the first three frames are no good
   */
  public Tensor latents(
      Prompts prompts, Clip clip, FilmSize size, Tensor noise, Denoising denoising) {
    return Scope.keeping(
        () -> {
          Prompts.Encoded words = text.encode(prompts);
          Tensor person =
              latents(
                  ImagePreparation.covering(clip.person(), size.width(), size.height())
                      .unsqueeze(2));
          List<Tensor> motion =
              clip.before().isEmpty() ? List.of() : List.of(latents(before(clip, size)));
          Tensor start = noise.to(vae.device());
          Tensor still = start.times(0); // there is no video of poses
          Tensor speech = clip.speech().to(vae.device());
          Tensor silence = speech.times(0); // without the prompt it is to hear nothing either
          Tensor latents =
              denoising.run(
                  start,
                  transformer,
                  (x, timestep, branch, cache) ->
                      transformer
                          .at(timestep)
                          .velocity(
                              branch.rows(x),
                              branch.timestep(timestep),
                              words.of(branch),
                              new SpeechTransformer.Conditions(
                                  branch.rows(person),
                                  motion.stream().map(branch::rows).toList(),
                                  branch.rows(still),
                                  branch.of(speech, silence)),
                              cache));
          return Functions.cat(2, motion.isEmpty() ? person : motion.getFirst(), latents);
        });
  }

  private Tensor latents(Tensor pixels) {
    return vae.normalize(vae.encode(pixels));
  }

  /** Grey where there was nothing yet. */
  private static Tensor before(Clip clip, FilmSize size) {
    return Scope.keeping(
        () -> {
          List<Tensor> frames = new ArrayList<>();
          int missing = FRAMES_BEFORE - clip.before().size();
          if (missing > 0) {
            frames.add(
                Tensor.zeros(
                    DType.FLOAT32, Device.CPU, 1, 3, missing, size.height(), size.width()));
          }
          for (RgbImage frame : clip.before()) {
            frames.add(ImagePreparation.stretched(frame, size.width(), size.height()).unsqueeze(2));
          }
          return Functions.cat(2, frames);
        });
  }

  @Override
  public void close() {
    text.close();
    transformer.close();
    vae.close();
  }
}
