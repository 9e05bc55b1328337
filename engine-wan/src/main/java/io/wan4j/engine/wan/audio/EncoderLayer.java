package io.wan4j.engine.wan.audio;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/** Attention and feed-forward, each after a norm and added to its input. */
final class EncoderLayer {
  private final int heads;
  private final double epsilon;
  private final Tensor norm1Weight;
  private final Tensor norm1Bias;
  private final Linear q;
  private final Linear k;
  private final Linear v;
  private final Linear out;
  private final Tensor norm2Weight;
  private final Tensor norm2Bias;
  private final Linear widen;
  private final Linear narrow;

  EncoderLayer(Parameters layer, Wav2Vec2Config config) {
    long width = config.width();
    heads = config.heads();
    epsilon = config.epsilon();
    norm1Weight = layer.get("layer_norm.weight", width);
    norm1Bias = layer.get("layer_norm.bias", width);
    q = layer.linear("attention.q_proj", width, width);
    k = layer.linear("attention.k_proj", width, width);
    v = layer.linear("attention.v_proj", width, width);
    out = layer.linear("attention.out_proj", width, width);
    norm2Weight = layer.get("final_layer_norm.weight", width);
    norm2Bias = layer.get("final_layer_norm.bias", width);
    widen = layer.linear("feed_forward.intermediate_dense", width, config.feedForward());
    narrow = layer.linear("feed_forward.output_dense", config.feedForward(), width);
  }

  /** [1, T, width] to the same. */
  Tensor apply(Tensor x) {
    return Scope.keeping(
        () -> {
          Tensor a = Functions.layerNorm(x, norm1Weight, norm1Bias, epsilon);
          Tensor mixed = Kernels.attention(split(q.apply(a)), split(k.apply(a)), split(v.apply(a)));
          Tensor y = x.plus(out.apply(mixed.transpose(1, 2).reshape(x.shape())));
          Tensor b = Functions.layerNorm(y, norm2Weight, norm2Bias, epsilon);
          return y.plus(narrow.apply(Functions.gelu(widen.apply(b))));
        });
  }

  private Tensor split(Tensor x) {
    return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2);
  }
}
