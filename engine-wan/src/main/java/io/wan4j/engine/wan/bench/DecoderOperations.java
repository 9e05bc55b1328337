package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.vae.VaeConfig;

/**
 * How many operations the decoder of Wan 2.1 takes: its convolutions, which are nearly all of it.
 */
final class DecoderOperations {
  private DecoderOperations() {}

  /**
   * @param latents [1, z, T, h, w]
   */
  static double of(VaeConfig config, long[] latents) {
    double frames = latents[2];
    double pixels = (double) latents[3] * latents[4];
    int last = config.multipliers().size() - 1;
    double in = (double) config.decoderWidth() * config.multipliers().getLast();
    double sum = cube(latents[1], in) * frames * pixels; // conv_in
    sum += 4 * cube(in, in) * frames * pixels; // two residual blocks in the middle
    sum += (2 * in * 4 * in + 4 * pixels * in) * frames * pixels; // and attention between them
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
        in = out / 2;
        sum += 2 * 9 * out * in * frames * pixels;
      }
    }
    return sum + cube(in, 3) * frames * pixels;
  }

  /** A multiplication and an addition for each weight. */
  private static double cube(double in, double out) {
    return 2 * 27 * in * out;
  }
}
