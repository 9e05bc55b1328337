package io.wan4j.engine.wan.fit;

import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;

/**
 * Peak of activations while the autoencoder decodes one latent frame after another: follows the
 * tensors of {@code Decoder} through their scopes, with the frames that causal convolutions
 * remember. The peak is reached from the third latent frame on.
 */
final class DecoderMemory {
  /** Frames that a convolution of three in time looks back. */
  private static final int HISTORY = 2;

  private static final double FEW_VALUES = 20_480;
  private static final double NEIGHBOURS = 27;

  private final VaeConfig config;
  private final DType type;
  private final boolean widened;
  private final Ledger ledger = new Ledger();
  private double frames = 1;
  private double pixels;
  private double rows;
  private double caches;

  /**
   * @param widened whether 16-bit convolutions are computed in 32 bits
   */
  DecoderMemory(VaeConfig config, DType type, boolean widened) {
    this.config = config;
    this.type = type;
    this.widened = widened && type != DType.FLOAT32;
  }

  /**
   * @param height of latents
   * @param width of latents
   * @param latentFrames of the film
   */
  long peak(long height, long width, long latentFrames) {
    pixels = (double) height * width;
    rows = height;
    ledger.hold(3 * 4 * config.latentChannels() * latentFrames * pixels);
    double in = (double) config.decoderWidth() * config.multipliers().getLast();
    cube(config.latentChannels(), in);
    middle(in);
    int last = config.multipliers().size() - 1;
    for (int i = 0; i <= last; i++) {
      double out = (double) config.decoderWidth() * config.multipliers().get(last - i);
      boolean doublesTime = i < last && config.halvesTime().get(last - 1 - i);
      in =
          config.residual()
              ? upStage(in, out, i < last, doublesTime)
              : flatStage(in, out, i < last, doublesTime);
    }
    channelNorm(in);
    cube(in, 3.0 * config.patch() * config.patch());
    double picture = 4 * 3.0 * frames * pixels * config.patch() * config.patch();
    ledger.hold(3 * picture);
    return ledger.peak() + (long) caches;
  }

  private double flatStage(double in, double out, boolean doubles, boolean doublesTime) {
    double width = in;
    for (int j = 0; j <= config.residualBlocks(); j++) {
      residual(width, out);
      ledger.drop(size(width));
      width = out;
    }
    if (doubles) {
      double before = size(out);
      upsample(out, out / 2, doublesTime);
      ledger.drop(before);
      return out / 2;
    }
    return out;
  }

  private double upStage(double in, double out, boolean doubles, boolean doublesTime) {
    double given = size(in);
    double width = in;
    for (int j = 0; j <= config.residualBlocks(); j++) {
      residual(width, out);
      if (j > 0) {
        ledger.drop(size(width)); // the stage's input is needed for the way around
      }
      width = out;
    }
    if (doubles) {
      double before = size(out);
      upsample(out, out, doublesTime);
      ledger.drop(before);
      ledger.scope(size(out), () -> ledger.hold(3 * size(out)));
      ledger.hold(0);
      ledger.drop(size(out));
    }
    ledger.drop(given);
    return out;
  }

  /** Bytes of a tensor of so many channels at the present size. */
  private double size(double channels) {
    return type.bytes() * channels * frames * pixels;
  }

  private double wide(double channels) {
    return 4 * channels * frames * pixels;
  }

  private void cube(double in, double out) {
    double history = type.bytes() * in * HISTORY * pixels;
    caches += history;
    ledger.scope(
        size(out),
        () -> {
          ledger.hold(size(in) + history);
          convolution(in, out, HISTORY, NEIGHBOURS);
        });
  }

  /**
   * A convolution and what it takes for itself. oneDNN works on copies of input and result in a
   * layout of its own, the input's being gone when the result is brought back (libtorch 2.10,
   * aten/src/ATen/native/mkldnn/Conv.cpp, _mkldnn_convolution); the plain form, which libtorch
   * takes for small inputs of 32 bits, holds each pixel's whole neighbourhood
   * (aten/src/ATen/native/Convolution.cpp, use_mkldnn).
   *
   * @param past frames of the input before those of the result
   * @param kernel points of the kernel
   */
  private void convolution(double in, double out, int past, double kernel) {
    double bytes = widened ? 4 : type.bytes();
    double given = bytes * in * (frames + past) * pixels;
    double made = bytes * out * frames * pixels;
    boolean plain = bytes == 4 && past > 0 && in * (frames + past) * rows <= FEW_VALUES;
    ledger.scope(
        size(out),
        () -> {
          ledger.hold(widened ? given + 4 * kernel * in * out : 0);
          ledger.pass(plain ? kernel * bytes * in * frames * pixels + made : given + made);
          ledger.pass(plain ? 0 : made + made);
          ledger.hold(made);
          ledger.hold(widened ? size(out) : 0);
        });
  }

  private void channelNorm(double channels) {
    double casts = type == DType.FLOAT32 ? 0 : wide(channels) + size(channels);
    double lengths = 3 * wide(1);
    ledger.scope(size(channels), () -> ledger.hold(casts + 2 * wide(channels) + lengths));
  }

  private void residual(double in, double out) {
    ledger.scope(
        size(out),
        () -> {
          channelNorm(in);
          cube(in, out);
          channelNorm(out);
          cube(out, out);
          ledger.hold((in == out ? 0 : size(out)) + size(out));
        });
  }

  private void middle(double width) {
    residual(width, width);
    ledger.scope(size(width), () -> ledger.hold(8 * size(width)));
    residual(width, width);
  }

  private void upsample(double in, double out, boolean doublesTime) {
    double small = size(in);
    double history = type.bytes() * in * HISTORY * pixels;
    if (doublesTime) {
      caches += history;
      frames *= 2;
    }
    double timed = size(in);
    pixels *= 4;
    rows *= 2;
    ledger.scope(
        size(out),
        () -> {
          if (doublesTime) {
            ledger.hold(small + history + 2 * timed);
          }
          ledger.hold(timed); // pictures one by one
          ledger.hold(size(in)); // each twice as wide and high
          convolution(in, out, 0, NEIGHBOURS / 3);
        });
  }
}
