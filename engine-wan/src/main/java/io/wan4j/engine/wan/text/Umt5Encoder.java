package io.wan4j.engine.wan.text;

import io.wan4j.engine.wan.checkpoint.Blocks;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * The text encoder UMT5 (arXiv 2304.09151; T5's encoder with a gated feed-forward and a position
 * bias in every block). Only real tokens are computed: padding is masked for them and never read
 * later.
 */
public final class Umt5Encoder implements AutoCloseable {
  private final Umt5Config config;
  private final Parameters parameters;
  private final Tensor embedding;
  private final Blocks<Block> blocks;
  private final Tensor finalNorm;

  private Umt5Encoder(Umt5Config config, Parameters parameters) {
    this.config = config;
    this.parameters = parameters;
    String table =
        parameters.has("shared.weight") ? "shared.weight" : "encoder.embed_tokens.weight";
    // A table that is only looked up need not be on the device.
    embedding =
        parameters.areStreamed()
            ? parameters.inFile(table)
            : parameters.get(table, config.vocabulary(), config.width());
    blocks =
        Blocks.of(parameters, "encoder.block", config.layers(), block -> new Block(block, config));
    finalNorm = parameters.get("encoder.final_layer_norm.weight", config.width());
  }

  /** From tensors under the names of transformers. */
  public static Umt5Encoder load(Config json, TensorSource tensors, DType type, Device device) {
    return load(json, tensors, Parameters.Precision.of(type, device));
  }

  /** The same, with its blocks streamed where the precision says so. */
  public static Umt5Encoder load(
      Config json, TensorSource tensors, Parameters.Precision precision) {
    Parameters parameters = new Parameters(tensors, precision);
    Umt5Encoder encoder = new Umt5Encoder(Umt5Config.read(json), parameters);
    // The one table may be stored under both names.
    parameters.requireAllUsed(
        name ->
            name.equals("shared.weight")
                || name.equals("encoder.embed_tokens.weight")
                || encoder.blocks.isRead(name));
    return encoder;
  }

  public int width() {
    return config.width();
  }

  /**
   * States after the last norm.
   *
   * @param ids of the tokens, without padding
   * @return [1, n, width]
   */
  public Tensor encode(long[] ids) {
    return Scope.keeping(
        () -> {
          Tensor tokens = Tensor.of(ids, 1, ids.length).to(embedding.device());
          Tensor x =
              Functions.embedding(embedding, tokens).to(parameters.type()).to(parameters.device());
          for (int i = 0; i < blocks.count(); i++) {
            Tensor given = x;
            x = blocks.with(i, block -> block.apply(given));
          }
          return norm(x, finalNorm, config.epsilon());
        });
  }

  /** The states followed by rows of zeros, [1, rows, width]: what the transformer attends to. */
  public Tensor encodePadded(long[] ids, int rows) {
    return Scope.keeping(() -> Functions.pad(encode(ids), 0, 0, 0, rows - ids.length));
  }

  /** Root mean square, statistics in 32 bits, rounded before the weight as in T5LayerNorm. */
  private static Tensor norm(Tensor x, Tensor weight, double epsilon) {
    return Scope.keeping(
        () -> {
          Tensor wide = x.to(DType.FLOAT32);
          Tensor inverse = wide.times(wide).mean(-1).plus(epsilon).rsqrt();
          return wide.times(inverse).to(x.dtype()).times(weight);
        });
  }

  @Override
  public void close() {
    blocks.close();
    parameters.close();
  }

  /** Self-attention and feed-forward, each after a norm and added to its input. */
  private static final class Block {
    private final double epsilon;
    private final int heads;
    private final Tensor attentionNorm;
    private final Linear q;
    private final Linear k;
    private final Linear v;
    private final Linear o;
    private final RelativePositions positions;
    private final Tensor feedForwardNorm;
    private final Linear gate;
    private final Linear widen;
    private final Linear narrow;

    Block(Parameters block, Umt5Config config) {
      long width = config.width();
      long inner = (long) config.heads() * config.headSize();
      epsilon = config.epsilon();
      heads = config.heads();
      attentionNorm = block.get("layer.0.layer_norm.weight", width);
      Parameters attention = block.at("layer.0.SelfAttention");
      q = attention.linearWithoutBias("q", width, inner);
      k = attention.linearWithoutBias("k", width, inner);
      v = attention.linearWithoutBias("v", width, inner);
      o = attention.linearWithoutBias("o", inner, width);
      positions = new RelativePositions(attention.at("relative_attention_bias"), config);
      feedForwardNorm = block.get("layer.1.layer_norm.weight", width);
      Parameters feedForward = block.at("layer.1.DenseReluDense");
      gate = feedForward.linearWithoutBias("wi_0", width, config.feedForward());
      widen = feedForward.linearWithoutBias("wi_1", width, config.feedForward());
      narrow = feedForward.linearWithoutBias("wo", config.feedForward(), width);
    }

    Tensor apply(Tensor x) {
      return Scope.keeping(
          () -> {
            Tensor y = x.plus(attend(norm(x, attentionNorm, epsilon)));
            return y.plus(feedForward(norm(y, feedForwardNorm, epsilon)));
          });
    }

    /** Scores are not divided by the root of the head's size. */
    private Tensor attend(Tensor x) {
      Tensor bias = positions.bias(Math.toIntExact(x.size(1)));
      Tensor mixed =
          Kernels.attention(split(q.apply(x)), split(k.apply(x)), split(v.apply(x)), bias, 1);
      return o.apply(mixed.transpose(1, 2).reshape(x.size(0), x.size(1), -1));
    }

    /** [B, L, H·D] to [B, H, L, D]. */
    private Tensor split(Tensor x) {
      return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2);
    }

    private Tensor feedForward(Tensor x) {
      return narrow.apply(Functions.geluTanh(gate.apply(x)).times(widen.apply(x)));
    }
  }
}
