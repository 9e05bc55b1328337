package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.MemoryFormat;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A 3D convolution that looks only back in time: frames before the chunk come from the cache,
 * frames before the film are zeros (CausalConv3d in wan/modules/vae.py).
 */
final class CausalConv {
  /** A kernel of three in time sees two frames back. */
  private static final int HISTORY = 2;

  private static final int TIME = 2;

  /**
   * With few channels a card computes a cube of three frames faster as a square over three times
   * the channels: 503 against 288 TFLOP/s for 96 channels, 562 against 585 for 192 (H200).
   */
  private static final long MOST_FLAT_CHANNELS = 128;

  private final Tensor weight;
  private final Tensor bias;
  private final List<Tensor> flatWeight;
  private final int timeKernel;
  private final long[] padding;

  CausalConv(Parameters parameters, long in, long out, int timeKernel, int sideKernel) {
    this.timeKernel = timeKernel;
    weight =
        Layout.of(parameters)
            .weight(parameters, "weight", out, in, timeKernel, sideKernel, sideKernel);
    bias = parameters.get("bias", out);
    boolean flat =
        Layout.of(parameters) == Layout.CHANNELS_LAST
            && timeKernel == 3
            && sideKernel == 3
            && in <= MOST_FLAT_CHANNELS;
    flatWeight = flat ? List.of(flat(weight, parameters)) : List.of();
    padding = new long[] {0, sideKernel / 2, sideKernel / 2};
  }

  static CausalConv cube(Parameters parameters, long in, long out) {
    return new CausalConv(parameters, in, out, 3, 3);
  }

  static CausalConv point(Parameters parameters, long in, long out) {
    return new CausalConv(parameters, in, out, 1, 1);
  }

  /** Convolves a chunk [B, C, T, H, W], and remembers its end. */
  Tensor apply(Tensor x, FeatureCache cache) {
    if (timeKernel == 1) {
      return convolve(x, 1);
    }
    return Scope.keeping(
        () -> {
          Optional<Tensor> before = cache.history(this);
          Tensor seen = before.map(frames -> Functions.cat(TIME, frames, x)).orElse(x);
          Tensor padded = padFront(seen, HISTORY - before.map(b -> b.size(TIME)).orElse(0L));
          Tensor out = convolve(padded, 1);
          cache.remember(this, lastFrames(seen, HISTORY));
          return out;
        });
  }

  /** Without cache and padding; the caller gives all frames that the kernel needs. */
  Tensor convolve(Tensor x, long timeStride) {
    if (timeStride == 1 && !flatWeight.isEmpty()) {
      return Scope.keeping(() -> convolveFlat(x, x.size(TIME) - HISTORY));
    }
    return Functions.conv3d(x, weight, bias, new long[] {timeStride, 1, 1}, padding);
  }

  /**
   * [out, in, 3, 3, 3] to [out, 3·in, 3, 3]: the channels of the three frames one after another.
   */
  private static Tensor flat(Tensor weight, Parameters parameters) {
    try (Scope scope = Scope.open()) {
      long[] shape = weight.shape();
      Tensor flat =
          weight
              .permute(0, 2, 1, 3, 4)
              .reshape(shape[0], shape[1] * shape[2], shape[3], shape[4])
              .contiguous(MemoryFormat.CHANNELS_LAST);
      return parameters.own(flat, scope);
    }
  }

  private Tensor convolveFlat(Tensor x, long frames) {
    Tensor pictures =
        Functions.cat(
            1,
            Frames.apart(x.slice(TIME, 0, frames)),
            Frames.apart(x.slice(TIME, 1, frames + 1)),
            Frames.apart(x.slice(TIME, 2, frames + 2)));
    Tensor out = Functions.conv2d(pictures, flatWeight.getFirst(), bias, 1, padding[1]);
    return Frames.together(out, x.size(0));
  }

  static Tensor padFront(Tensor x, long frames) {
    return frames == 0 ? x : Functions.pad(x, 0, 0, 0, 0, frames, 0);
  }

  static Tensor lastFrames(Tensor x, long frames) {
    long all = x.size(TIME);
    return x.slice(TIME, Math.max(0, all - frames), all);
  }
}
