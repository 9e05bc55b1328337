package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Tensor;

/**
 * The size of a film in pixels and frames.
 *
 * @param width multiple of twice the autoencoder's factor: 16, or 32 with that of Wan 2.2
 * @param height likewise
 * @param frames 4n + 1; others are rounded down
 */
public record FilmSize(int width, int height, int frames) {
  private static final int PATCH = 2;

  /** Latents of that size, [1, z, T, h, w]. */
  long[] latentShape(VaeConfig vae) {
    int factor = vae.spatialFactor();
    int step = factor * PATCH;
    if (width < step || height < step || width % step != 0 || height % step != 0) {
      throw new IllegalArgumentException(
          "%d x %d pixels; both must be multiples of %d".formatted(width, height, step));
    }
    if (frames < 1) {
      throw new IllegalArgumentException(frames + " frames");
    }
    return new long[] {
      1, vae.latentChannels(), vae.latentFrames(frames), height / factor, width / factor
    };
  }

  /** Frames that come out: one, and full groups after it. */
  int wholeFrames(VaeConfig vae) {
    int group = vae.temporalFactor();
    return 1 + (frames - 1) / group * group;
  }

  /** The noise that a seed means in Python. */
  public Tensor noise(VaeConfig vae, long seed) {
    return new NormalNoise(seed).next(latentShape(vae));
  }
}
