package io.wan4j.engine.wan.fit;

import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;

/**
 * How many operations a film takes; a multiplication and an addition count as two.
 *
 * @param denoising all passes of the transformer
 * @param decoding of the autoencoder
 */
public record Operations(double denoising, double decoding) {

  /**
   * @param passes of the transformer, all steps and branches together
   */
  public static Operations of(TransformerShape shape, int passes, VaeConfig vae, FilmSize size) {
    return new Operations(
        passes * pass(shape, FitPlanner.tokens(shape, vae, size)),
        decoding(vae, FitPlanner.decoded(shape, size)));
  }

  public double total() {
    return denoising + decoding;
  }

  /** One pass of a transformer: products and attention (arXiv 2503.20314, section 4.2). */
  public static double pass(TransformerShape shape, double tokens) {
    double d = shape.width();
    double context = TransformerMemory.TEXT_ROWS + shape.imageTokens();
    double block =
        12 * tokens * d * d
            + 4 * tokens * d * shape.feedForward()
            + 4 * context * d * d
            + 4 * tokens * tokens * d
            + 4 * tokens * context * d;
    return shape.layers() * block + shape.controlLayers() * (block + 2 * tokens * d * d);
  }

  /**
   * One pass over latents, for a network without VACE's second stream.
   *
   * @param latents [1, z, T, h, w]
   */
  public static double pass(TransformerConfig config, long[] latents) {
    double tokens = latents[2] * latents[3] * latents[4] / 4.0;
    return pass(TransformerShape.of(config, 0, 0), tokens);
  }

  /** The decoder's convolutions for a film of that size. */
  public static double decoding(VaeConfig config, FilmSize size) {
    int factor = config.spatialFactor();
    double pixels = (double) size.width() / factor * size.height() / factor;
    return decoding(config, config.latentFrames(size.frames()), pixels);
  }

  /**
   * The decoder's convolutions, which are nearly all of it.
   *
   * @param latents [1, z, T, h, w]
   */
  public static double decoding(VaeConfig config, long[] latents) {
    return decoding(config, latents[2], (double) latents[3] * latents[4]);
  }

  private static double decoding(VaeConfig config, double latentFrames, double latentPixels) {
    double frames = latentFrames;
    double pixels = latentPixels;
    int last = config.multipliers().size() - 1;
    double in = (double) config.decoderWidth() * config.multipliers().getLast();
    double sum = cube(config.latentChannels(), in) * frames * pixels;
    sum += 4 * cube(in, in) * frames * pixels; // two residual blocks in the middle
    sum += (2 * in * 4 * in + 4 * pixels * in) * frames * pixels; // attention between them
    for (int i = 0; i <= last; i++) {
      double out = (double) config.decoderWidth() * config.multipliers().get(last - i);
      sum += (cube(in, out) + cube(out, out)) * frames * pixels;
      sum += in == out ? 0 : 2 * in * out * frames * pixels;
      sum += config.residualBlocks() * 2 * cube(out, out) * frames * pixels;
      in = out;
      if (i < last) {
        if (config.halvesTime().get(last - 1 - i)) {
          sum += 2 * 3 * out * 2 * out * (frames - 1) * pixels;
          frames = 2 * frames - 1;
        }
        pixels *= 4;
        in = config.residual() ? out : out / 2; // 2.1 halves the channels
        sum += 2 * 9 * out * in * frames * pixels;
      }
    }
    return sum + cube(in, 3.0 * config.patch() * config.patch()) * frames * pixels;
  }

  private static double cube(double in, double out) {
    return 2 * 27 * in * out;
  }
}
