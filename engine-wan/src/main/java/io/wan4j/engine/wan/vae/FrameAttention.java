package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;

/** Every position attends to all positions of its frame, with one head. */
final class FrameAttention implements Layer {
  private final long channels;
  private final ChannelNorm norm;
  private final Tensor qkvWeight;
  private final Tensor qkvBias;
  private final Tensor outWeight;
  private final Tensor outBias;

  FrameAttention(Parameters parameters, long channels) {
    this.channels = channels;
    norm = new ChannelNorm(parameters.at("norm"), channels, 3);
    qkvWeight = parameters.get("to_qkv.weight", 3 * channels, channels, 1, 1);
    qkvBias = parameters.get("to_qkv.bias", 3 * channels);
    outWeight = parameters.get("proj.weight", channels, channels, 1, 1);
    outBias = parameters.get("proj.bias", channels);
  }

  @Override
  public Tensor apply(Tensor x, FeatureCache cache) {
    return Scope.keeping(
        () -> {
          long batch = x.size(0);
          long frames = x.size(2);
          long height = x.size(3);
          long width = x.size(4);
          // Convolutions with a kernel of one point are products: [B·T, 1, H·W, C].
          Tensor rows =
              norm.apply(Frames.apart(x))
                  .permute(0, 2, 3, 1)
                  .reshape(batch * frames, 1, height * width, channels);
          List<Tensor> qkv =
              Functions.linear(rows, qkvWeight.reshape(3 * channels, channels), qkvBias)
                  .chunk(3, -1);
          Tensor mixed = Kernels.attention(qkv.get(0), qkv.get(1), qkv.get(2));
          Tensor out = Functions.linear(mixed, outWeight.reshape(channels, channels), outBias);
          Tensor back = out.reshape(batch, frames, height, width, channels).permute(0, 4, 1, 2, 3);
          return x.plus(back);
        });
  }
}
