package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * Motion vectors of all pixel frames to a few tokens of each latent frame
 * (wan/modules/animate/face_blocks.py).
 */
final class FaceEncoder {
  private final int heads;
  private final CausalConv1d conv1;
  private final CausalConv1d conv2;
  private final CausalConv1d conv3;
  private final Linear out;
  private final Tensor paddingToken;

  FaceEncoder(Parameters parameters, long in, long hidden, long width, int heads) {
    this.heads = heads;
    conv1 = new CausalConv1d(parameters.at("conv1_local"), in, hidden * heads, 1);
    conv2 = new CausalConv1d(parameters.at("conv2"), hidden, hidden, 2);
    conv3 = new CausalConv1d(parameters.at("conv3"), hidden, hidden, 2);
    out = parameters.linear("out_proj", hidden, width);
    paddingToken = parameters.get("padding_tokens", 1, 1, 1, width);
  }

  /** [B, frames, motion] to [B, latent frames, heads + 1, d]. */
  Tensor apply(Tensor motion) {
    return Scope.keeping(
        () -> {
          long batch = motion.size(0);
          long frames = motion.size(1);
          Tensor wide = conv1.apply(motion); // [B, T, H·hidden]
          Tensor x =
              wide.reshape(batch, frames, heads, -1)
                  .permute(0, 2, 1, 3)
                  .reshape(batch * heads, frames, -1);
          x = CausalConv1d.activate(x);
          x = CausalConv1d.activate(conv2.apply(x));
          x = CausalConv1d.activate(conv3.apply(x));
          x = out.apply(x); // [B·H, T', d]
          long later = x.size(1);
          Tensor tokens = x.reshape(batch, heads, later, -1).permute(0, 2, 1, 3);
          Tensor padding =
              paddingToken.to(DType.FLOAT32).to(x.dtype()).expand(batch, later, 1, x.size(2));
          return Functions.cat(2, tokens, padding);
        });
  }
}
