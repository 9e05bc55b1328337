package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.Optional;

/** Halves the picture, and where asked also the frames (Resample in wan/modules/vae.py). */
final class Downsample implements Layer {
  private static final int TIME = 2;

  private final Tensor weight;
  private final Tensor bias;
  private final List<CausalConv> timeConv;

  Downsample(Parameters parameters, long channels, boolean halvesTime) {
    weight =
        Layout.of(parameters).weight(parameters, "resample.1.weight", channels, channels, 3, 3);
    bias = parameters.get("resample.1.bias", channels);
    timeConv =
        halvesTime
            ? List.of(new CausalConv(parameters.at("time_conv"), channels, channels, 3, 1))
            : List.of();
  }

  @Override
  public Tensor apply(Tensor x, FeatureCache cache) {
    return Scope.keeping(
        () -> {
          // Padded on the right and at the bottom only.
          Tensor padded = Functions.pad(Frames.apart(x), 0, 1, 0, 1);
          Tensor small = Frames.together(Functions.conv2d(padded, weight, bias, 2, 0), x.size(0));
          return timeConv.isEmpty() ? small : halveTime(small, timeConv.getFirst(), cache);
        });
  }

  /** The first chunk, one frame, passes unchanged; later ones see the last frame before them. */
  private Tensor halveTime(Tensor x, CausalConv conv, FeatureCache cache) {
    Optional<Tensor> before = cache.history(this);
    Tensor out = before.map(last -> conv.convolve(Functions.cat(TIME, last, x), 2)).orElse(x);
    cache.remember(this, CausalConv.lastFrames(x, 1));
    return out;
  }
}
