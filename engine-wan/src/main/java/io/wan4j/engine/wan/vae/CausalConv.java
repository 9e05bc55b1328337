package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Optional;

/**
 * A 3D convolution that looks only back in time: frames before the chunk come from the cache,
 * frames before the film are zeros (CausalConv3d in wan/modules/vae.py).
 */
final class CausalConv {
  /** A kernel of three in time sees two frames back. */
  private static final int HISTORY = 2;

  private static final int TIME = 2;

  private final Tensor weight;
  private final Tensor bias;
  private final int timeKernel;
  private final long[] padding;

  CausalConv(Parameters parameters, long in, long out, int timeKernel, int sideKernel) {
    this.timeKernel = timeKernel;
    weight = parameters.get("weight", out, in, timeKernel, sideKernel, sideKernel);
    bias = parameters.get("bias", out);
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
    return Functions.conv3d(x, weight, bias, new long[] {timeStride, 1, 1}, padding);
  }

  static Tensor padFront(Tensor x, long frames) {
    return frames == 0 ? x : Functions.pad(x, 0, 0, 0, 0, frames, 0);
  }

  static Tensor lastFrames(Tensor x, long frames) {
    long all = x.size(TIME);
    return x.slice(TIME, Math.max(0, all - frames), all);
  }
}
