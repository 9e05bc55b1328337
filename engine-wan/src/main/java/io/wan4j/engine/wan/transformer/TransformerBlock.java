package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;

/**
 * One block: self-attention, cross-attention, feed-forward, each added to the stream; the first and
 * the last are modulated by the timestep (WanAttentionBlock in wan/modules/model.py).
 */
final class TransformerBlock {
  private final Tensor modulation;
  private final Attention selfAttention;
  private final Norm crossNorm;
  private final Attention crossAttention;
  private final Linear widen;
  private final Linear narrow;
  private final double epsilon;

  /** Names are those of diffusers. */
  TransformerBlock(Parameters parameters, TransformerConfig config) {
    long width = config.width();
    epsilon = config.epsilon();
    modulation = parameters.get("scale_shift_table", 1, 6, width);
    selfAttention =
        new Attention(
            parameters.at("attn1"), Attention.Names.DIFFUSERS, config.heads(), width, epsilon);
    crossNorm = new Norm(parameters.at("norm2"), width, epsilon);
    crossAttention =
        new Attention(
            parameters.at("attn2"), Attention.Names.DIFFUSERS, config.heads(), width, epsilon);
    widen = parameters.linear("ffn.net.0.proj", width, config.feedForward());
    narrow = parameters.linear("ffn.net.2", config.feedForward(), width);
  }

  /** What the timestep does to a block: three vectors around each of the two modulated parts. */
  private record Modulation(
      Tensor shift1, Tensor scale1, Tensor gate1, Tensor shift2, Tensor scale2, Tensor gate2) {}

  /**
   * @param x [B, L, d]
   * @param time [B, 1, 6, d], or [B, L, 6, d] when every token has its own timestep
   */
  Tensor apply(Tensor x, Tensor time, Context context, RotaryPositions.Turns turns) {
    return Scope.keeping(
        () -> {
          Modulation m = modulation(time);

          Tensor a = Kernels.modulatedNorm(x, m.shift1(), m.scale1(), epsilon);
          Tensor seen = selfAttention.toItself(a, turns);

          Kernels.SumAndNorm y = crossNorm.afterGatedAdd(x, seen, m.gate1());
          Tensor told = crossAttention.toContext(y.norm(), context);

          Kernels.SumAndNorm z =
              Kernels.addThenModulatedNorm(y.sum(), told, m.shift2(), m.scale2(), epsilon);
          return Kernels.gatedAdd(z.sum(), feedForward(z.norm()), m.gate2());
        });
  }

  private Tensor feedForward(Tensor x) {
    return Scope.keeping(() -> narrow.applyToGelu(widen.apply(x)));
  }

  private Modulation modulation(Tensor time) {
    List<Tensor> parts =
        modulation.to(DType.FLOAT32).unsqueeze(0).plus(time.to(DType.FLOAT32)).chunk(6, 2);
    List<Tensor> flat =
        parts.stream().map(part -> part.reshape(part.size(0), part.size(1), part.size(3))).toList();
    return new Modulation(
        flat.get(0), flat.get(1), flat.get(2), flat.get(3), flat.get(4), flat.get(5));
  }
}
