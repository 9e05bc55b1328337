package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * Speech features of every pixel frame to tokens of every latent frame (CausalAudioEncoder in
 * wan/modules/s2v/audio_utils.py; "casual" in the files).
 */
final class AudioEncoder {
  /** Hidden states of wav2vec2-large: the embedding and 24 layers. */
  private static final int STATES = 25;

  private final int heads;
  private final Tensor weights;
  private final CausalConv1d local1;
  private final CausalConv1d global1;
  private final CausalConv1d conv2;
  private final CausalConv1d conv3;
  private final Linear globalOut;
  private final Tensor paddingToken;

  /**
   * Tokens of the latent frames.
   *
   * @param local [B, T, heads + 1, d]
   * @param global [B, T, d]
   */
  record Encoded(Tensor local, Tensor global) {}

  AudioEncoder(Parameters parameters, long audioWidth, long width, int heads) {
    this.heads = heads;
    weights = parameters.get("weights", 1, STATES, 1, 1);
    Parameters encoder = parameters.at("encoder");
    long quarter = width / 4;
    local1 = new CausalConv1d(encoder.at("conv1_local.conv"), audioWidth, quarter * heads, 1);
    global1 = new CausalConv1d(encoder.at("conv1_global.conv"), audioWidth, quarter, 1);
    conv2 = new CausalConv1d(encoder.at("conv2.conv"), quarter, width / 2, 2);
    conv3 = new CausalConv1d(encoder.at("conv3.conv"), width / 2, width, 2);
    globalOut = encoder.linear("final_linear", width, width);
    paddingToken = encoder.get("padding_tokens", 1, 1, 1, width);
  }

  /**
   * @param features [B, 25, audio width, frames]
   */
  Encoded apply(Tensor features) {
    Tensor share = Functions.silu(weights.to(DType.FLOAT32));
    Tensor mixed =
        features
            .to(DType.FLOAT32)
            .times(share)
            .over(share.sum(1))
            .sum(1)
            .reshape(features.size(0), features.size(2), features.size(3))
            .transpose(1, 2);
    return new Encoded(local(mixed), global(mixed));
  }

  /** Each head is a token of its own; one learned token is added. */
  private Tensor local(Tensor x) {
    return Scope.keeping(
        () -> {
          long batch = x.size(0);
          Tensor apart =
              local1
                  .apply(x)
                  .reshape(batch, x.size(1), heads, -1)
                  .permute(0, 2, 1, 3)
                  .reshape(batch * heads, x.size(1), -1);
          Tensor y = later(apart);
          long frames = y.size(1);
          Tensor tokens = y.reshape(batch, heads, frames, -1).permute(0, 2, 1, 3);
          Tensor padding = paddingToken.to(y.dtype()).expand(batch, frames, 1, y.size(2));
          return Functions.cat(2, tokens, padding);
        });
  }

  private Tensor global(Tensor x) {
    return Scope.keeping(() -> globalOut.apply(later(global1.apply(x))));
  }

  /** The two halvings of time, which both ways share. */
  private Tensor later(Tensor x) {
    Tensor y = CausalConv1d.activate(x);
    y = CausalConv1d.activate(conv2.apply(y));
    return CausalConv1d.activate(conv3.apply(y));
  }
}
