package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.Optional;

/** Doubles the picture, and where asked first the frames (Resample in wan/modules/vae.py). */
final class Upsample implements Layer {
  private static final int TIME = 2;
  private static final int HISTORY = 2;

  private final Tensor weight;
  private final Tensor bias;
  private final List<CausalConv> timeConv;

  Upsample(Parameters parameters, long in, long out, boolean doublesTime) {
    weight = Layout.of(parameters).weight(parameters, "resample.1.weight", out, in, 3, 3);
    bias = parameters.get("resample.1.bias", out);
    timeConv =
        doublesTime
            ? List.of(new CausalConv(parameters.at("time_conv"), in, 2 * in, 3, 1))
            : List.of();
  }

  @Override
  public Tensor apply(Tensor x, FeatureCache cache) {
    return Scope.keeping(
        () -> {
          Tensor timed = timeConv.isEmpty() ? x : doubleTime(x, timeConv.getFirst(), cache);
          Tensor large = Functions.doubleNearest(Frames.apart(timed));
          return Frames.together(Functions.conv2d(large, weight, bias, 1, 1), x.size(0));
        });
  }

  /**
   * The first chunk, one frame, passes unchanged and leaves no trace but that it was there; for the
   * second the past is zeros.
   */
  private Tensor doubleTime(Tensor x, CausalConv conv, FeatureCache cache) {
    Optional<Tensor> before = cache.history(this);
    if (before.isEmpty()) {
      Tensor none = x.slice(TIME, 0, 0);
      cache.remember(this, none);
      return x;
    }
    Tensor seen = before.get().size(TIME) == 0 ? x : Functions.cat(TIME, before.get(), x);
    Tensor padded = CausalConv.padFront(seen, HISTORY - before.get().size(TIME));
    cache.remember(this, CausalConv.lastFrames(padded, HISTORY));
    return interleave(conv.convolve(padded, 1));
  }

  /** [B, 2·C, T, H, W] to [B, C, 2·T, H, W]: the first half of the channels are the even frames. */
  private static Tensor interleave(Tensor x) {
    long batch = x.size(0);
    long channels = x.size(1) / 2;
    long frames = x.size(2);
    Tensor halves = x.reshape(batch, 2, channels, frames, x.size(3), x.size(4));
    if (x.device().isCpu()) {
      return halves
          .permute(0, 2, 3, 1, 4, 5)
          .reshape(batch, channels, 2 * frames, x.size(3), x.size(4));
    }
    // The same with the channels of a position side by side; see Layout.
    return halves
        .permute(0, 3, 1, 4, 5, 2)
        .reshape(batch, 2 * frames, x.size(3), x.size(4), channels)
        .permute(0, 4, 1, 2, 3);
  }
}
