package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;

/** Twice norm, SiLU, convolution, around which the input is added. */
final class ResidualBlock implements Layer {
  private final ChannelNorm norm1;
  private final CausalConv conv1;
  private final ChannelNorm norm2;
  private final CausalConv conv2;
  private final List<CausalConv> shortcut;

  ResidualBlock(Parameters parameters, long in, long out) {
    norm1 = new ChannelNorm(parameters.at("norm1"), in, 4);
    conv1 = CausalConv.cube(parameters.at("conv1"), in, out);
    norm2 = new ChannelNorm(parameters.at("norm2"), out, 4);
    conv2 = CausalConv.cube(parameters.at("conv2"), out, out);
    shortcut =
        in == out ? List.of() : List.of(CausalConv.point(parameters.at("conv_shortcut"), in, out));
  }

  @Override
  public Tensor apply(Tensor x, FeatureCache cache) {
    return Scope.keeping(
        () -> {
          Tensor y = conv1.apply(norm1.applyThenSilu(x), cache);
          Tensor z = conv2.apply(norm2.applyThenSilu(y), cache);
          Tensor around = shortcut.isEmpty() ? x : shortcut.getFirst().apply(x, cache);
          return z.plus(around);
        });
  }
}
