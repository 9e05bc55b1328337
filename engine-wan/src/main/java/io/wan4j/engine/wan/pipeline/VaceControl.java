package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.image.ImagePreparation;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What VACE is given besides the prompt. Its tasks differ only in this: a first and a last frame
 * are a film that is known at its ends; continuing a clip is a film known at its beginning; a depth
 * or pose video is a film to be made anew everywhere.
 *
 * @param film [1, 3, F, H, W] in [-1, 1]; 0 where nothing is known
 * @param mask [1, 1, F, H, W] in [0, 1]: 1 is to be made, 0 is to be kept
 * @param references pictures of what shall appear, each [1, 3, H, W] in [-1, 1], in the order in
 *     which they stand before the film; the Wan repository keeps the order in which they are given,
 *     diffusers reverses it
 */
public record VaceControl(Tensor film, Tensor mask, List<Tensor> references) {
  private static final double THRESHOLD = 0.5;

  /** Pixels of the mask in each direction that become channels. */
  private static final int FOLD = 8;

  public VaceControl {
    references = List.copyOf(references);
  }

  /** Nothing known, nothing shown. */
  public static VaceControl nothing(FilmSize size) {
    return new VaceControl(
        Tensor.zeros(DType.FLOAT32, Device.CPU, 1, 3, size.frames(), size.height(), size.width()),
        Tensor.full(1, DType.FLOAT32, Device.CPU, 1, 1, size.frames(), size.height(), size.width()),
        List.of());
  }

  /**
   * @param frames one for each frame of the film
   * @param masks one for each frame; white is to be made, black to be kept
   */
  public static VaceControl of(List<RgbImage> frames, List<RgbImage> masks, FilmSize size) {
    return new VaceControl(
        film(frames, size), film(masks, size).slice(1, 0, 1).plus(1).times(0.5), List.of());
  }

  private static Tensor film(List<RgbImage> frames, FilmSize size) {
    if (frames.size() != size.frames()) {
      throw new IllegalArgumentException(
          frames.size() + " pictures for a film of " + size.frames() + " frames");
    }
    List<Tensor> film = new ArrayList<>();
    for (RgbImage frame : frames) {
      film.add(ImagePreparation.stretched(frame, size.width(), size.height()).unsqueeze(2));
    }
    return Functions.cat(2, film);
  }

  /** The same with pictures of what shall appear, each on white. */
  public VaceControl withReferences(List<RgbImage> pictures, FilmSize size) {
    return new VaceControl(
        film,
        mask,
        pictures.stream()
            .map(picture -> ImagePreparation.onWhite(picture, size.width(), size.height()))
            .toList());
  }

  /** What the control stream takes, [1, 96, T + references, h, w]. */
  Tensor encode(WanVae vae) {
    return Scope.keeping(
        () -> {
          Tensor made = mask.isGreaterThan(THRESHOLD);
          Tensor kept = made.negate().plus(1);
          Tensor latents =
              Functions.cat(
                  1,
                  vae.normalize(vae.encode(film.times(kept))),
                  vae.normalize(vae.encode(film.times(made))));
          Tensor folded = fold(latents.size(2)).to(latents.device());
          List<Tensor> inTime = new ArrayList<>();
          for (Tensor reference : references) {
            Tensor picture = vae.normalize(vae.encode(reference.unsqueeze(2)));
            // Nothing of a reference is to be made anew; its mask is zero.
            long missing = latents.size(1) + folded.size(1) - picture.size(1);
            inTime.add(Functions.pad(picture, 0, 0, 0, 0, 0, 0, 0, missing));
          }
          inTime.add(Functions.cat(1, latents, folded));
          return Functions.cat(2, inTime);
        });
  }

  /** The mask, not rounded: 8 x 8 pixels as channels, the nearest frame of each latent frame. */
  private Tensor fold(long latentFrames) {
    long frames = mask.size(2);
    long height = mask.size(3) / FOLD;
    long width = mask.size(4) / FOLD;
    long[] nearest = new long[Math.toIntExact(latentFrames)];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = (long) ((i + 0.5) * frames / latentFrames);
    }
    return mask.reshape(frames, height, FOLD, width, FOLD)
        .permute(2, 4, 0, 1, 3)
        .reshape(1, (long) FOLD * FOLD, frames, height, width)
        .indexSelect(2, Tensor.of(nearest, nearest.length));
  }
}
