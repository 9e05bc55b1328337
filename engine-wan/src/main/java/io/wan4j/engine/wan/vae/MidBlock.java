package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Tensor;

/** The narrowest part: a residual block, attention, a residual block. */
final class MidBlock implements Layer {
  private final ResidualBlock before;
  private final FrameAttention attention;
  private final ResidualBlock after;

  MidBlock(Parameters parameters, long channels) {
    before = new ResidualBlock(parameters.at("resnets.0"), channels, channels);
    attention = new FrameAttention(parameters.at("attentions.0"), channels);
    after = new ResidualBlock(parameters.at("resnets.1"), channels, channels);
  }

  @Override
  public Tensor apply(Tensor x, FeatureCache cache) {
    return after.apply(attention.apply(before.apply(x, cache), cache), cache);
  }
}
