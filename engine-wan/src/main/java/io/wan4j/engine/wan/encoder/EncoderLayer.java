package io.wan4j.engine.wan.encoder;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * A layer of a pre-norm transformer encoder (arXiv 2002.04745): attention and feed-forward with
 * GELU, each after a norm and added to its input.
 */
public final class EncoderLayer {
  /** What checkpoints call the parts of a layer. */
  public record Names(
      String firstNorm, String attention, String secondNorm, String widen, String narrow) {
    /** CLIPEncoderLayer in transformers. */
    public static final Names CLIP =
        new Names("layer_norm1", "self_attn", "layer_norm2", "mlp.fc1", "mlp.fc2");

    /** Wav2Vec2EncoderLayerStableLayerNorm in transformers. */
    public static final Names WAV2VEC2 =
        new Names(
            "layer_norm",
            "attention",
            "final_layer_norm",
            "feed_forward.intermediate_dense",
            "feed_forward.output_dense");
  }

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

  /**
   * @param layer the parameters of this layer
   * @param width channels of a token
   * @param feedForward channels between the two products of the feed-forward
   * @param epsilon of the norms
   */
  public EncoderLayer(
      Parameters layer, Names names, long width, long feedForward, int heads, double epsilon) {
    this.heads = heads;
    this.epsilon = epsilon;
    norm1Weight = layer.get(names.firstNorm() + ".weight", width);
    norm1Bias = layer.get(names.firstNorm() + ".bias", width);
    q = layer.linear(names.attention() + ".q_proj", width, width);
    k = layer.linear(names.attention() + ".k_proj", width, width);
    v = layer.linear(names.attention() + ".v_proj", width, width);
    out = layer.linear(names.attention() + ".out_proj", width, width);
    norm2Weight = layer.get(names.secondNorm() + ".weight", width);
    norm2Bias = layer.get(names.secondNorm() + ".bias", width);
    widen = layer.linear(names.widen(), width, feedForward);
    narrow = layer.linear(names.narrow(), feedForward, width);
  }

  /** [B, T, width] to the same. */
  public Tensor apply(Tensor x) {
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
