package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.image.ClipImageEncoder;
import io.wan4j.engine.wan.image.ImagePreparation;
import io.wan4j.engine.wan.image.ImagePreparation.ClipInput;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.transformer.Context;
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

/**
 * A first picture, or a first and a last, to video with Wan 2.1 (I2V-14B, FLF2V-14B), which also
 * look at the pictures through CLIP, and Wan 2.2 (I2V-A14B), which do not. The known frames enter
 * as latents beside the noise, with a mask that says which frames are known.
 */
public final class ImageToVideo implements AutoCloseable {
  private final PromptEncoder text;
  private final List<ImageTower> imageTower;
  private final Experts<WanTransformer> experts;
  private final WanVae vae;

  /** CLIP with what it expects. */
  public record ImageTower(ClipImageEncoder encoder, ClipInput input) {
    Tensor look(RgbImage image) {
      return encoder.encode(ImagePreparation.forClip(image, input));
    }
  }

  /**
   * @param imageTower one for Wan 2.1, none for Wan 2.2
   */
  public ImageToVideo(
      PromptEncoder text,
      List<ImageTower> imageTower,
      Experts<WanTransformer> experts,
      WanVae vae) {
    this.text = text;
    this.imageTower = List.copyOf(imageTower);
    this.experts = experts;
    this.vae = vae;
  }

  public static ImageToVideo load(Checkpoint checkpoint, DType type, Device device) {
    return new ImageToVideo(
        checkpoint.prompts(type, device),
        towers(checkpoint, device),
        TextToVideo.transformers(checkpoint, type, device),
        checkpoint.vae(DType.FLOAT32, device));
  }

  /** CLIP in 32 bits where the checkpoint has it. */
  public static List<ImageTower> towers(Checkpoint checkpoint, Device device) {
    return checkpoint.has("image_encoder")
        ? List.of(
            new ImageTower(checkpoint.imageEncoder(DType.FLOAT32, device), checkpoint.imageInput()))
        : List.of();
  }

  public WanVae vae() {
    return vae;
  }

  /**
   * @param images the first picture, or the first and the last
   * @param size of the film; pictures are brought to it
   * @param noise [1, z, T, h, w]
   */
  public Tensor latents(
      Prompts prompts, List<RgbImage> images, FilmSize size, Tensor noise, Denoising denoising) {
    if (images.isEmpty() || images.size() > 2) {
      throw new IllegalArgumentException(images.size() + " pictures; a first, and a last or none");
    }
    return Scope.keeping(
        () -> {
          Prompts.Encoded words = text.encode(prompts);
          List<Tensor> seen = look(images);
          Tensor known = Functions.cat(1, mask(images.size(), size), condition(images, size));
          return denoising.run(
              noise.to(vae.device()),
              experts,
              (x, timestep, branch, cache) ->
                  experts
                      .at(timestep)
                      .velocity(
                          branch.rows(Functions.cat(1, x, known.to(x.device()))),
                          branch.timestep(timestep),
                          new Context(words.of(branch), seen),
                          cache));
        });
  }

  /** CLIP sees the pictures as they came, not as the film's frames. */
  private List<Tensor> look(List<RgbImage> images) {
    List<Tensor> seen = new ArrayList<>();
    for (ImageTower tower : imageTower) {
      List<Tensor> tokens = images.stream().map(tower::look).toList();
      seen.add(Functions.cat(0, tokens));
    }
    return seen;
  }

  /** Latents of a film that is grey but for the known frames, [1, z, T, h, w]. */
  private Tensor condition(List<RgbImage> images, FilmSize size) {
    return Scope.keeping(
        () -> {
          int frames = size.wholeFrames(vae.config());
          List<Tensor> film = new ArrayList<>();
          film.add(frame(images.getFirst(), size));
          film.add(
              Tensor.zeros(
                  DType.FLOAT32,
                  Device.CPU,
                  1,
                  3,
                  frames - images.size(),
                  size.height(),
                  size.width()));
          if (images.size() == 2) {
            film.add(frame(images.getLast(), size));
          }
          return vae.normalize(vae.encode(Functions.cat(2, film)));
        });
  }

  private static Tensor frame(RgbImage image, FilmSize size) {
    return ImagePreparation.stretched(image, size.width(), size.height()).unsqueeze(2);
  }

  /**
   * 1 where a frame is known: one channel for each frame of a group; the first frame fills its
   * group alone. [1, 4, T, h, w].
   */
  private Tensor mask(int images, FilmSize size) {
    int group = vae.config().temporalFactor();
    long[] latent = size.latentShape(vae.config());
    int latentFrames = Math.toIntExact(latent[2]);
    float[] known = new float[group * latentFrames];
    for (int channel = 0; channel < group; channel++) {
      known[channel * latentFrames] = 1;
    }
    if (images == 2) {
      known[known.length - 1] = 1; // the last frame is the last of its group
    }
    return Tensor.of(known, 1, group, latentFrames, 1, 1)
        .expand(1, group, latentFrames, latent[3], latent[4])
        .to(vae.device());
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
    imageTower.forEach(tower -> tower.encoder().close());
    experts.close();
    vae.close();
  }
}
