package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;

/**
 * Attention with q and k normalised over all heads together before they are split, as
 * self-attention with rotary positions or as cross-attention to a context; image tokens have keys,
 * values and a softmax of their own, and the two results are added.
 */
final class Attention {
  private final int heads;
  private final double epsilon;
  private final Linear toQ;
  private final Linear toK;
  private final Linear toV;
  private final Linear toOut;
  private final Tensor normQ;
  private final Tensor normK;
  private final List<ImageBranch> imageBranch;

  private record ImageBranch(Linear toK, Linear toV, Tensor normK) {}

  /** Names that differ between the layouts. */
  record Names(String q, String k, String v, String out) {
    static final Names DIFFUSERS = new Names("to_q", "to_k", "to_v", "to_out.0");
    static final Names ORIGINAL = new Names("q", "k", "v", "o");
  }

  Attention(Parameters parameters, Names names, int heads, long width, double epsilon) {
    this.heads = heads;
    this.epsilon = epsilon;
    toQ = parameters.linear(names.q(), width, width);
    toK = parameters.linear(names.k(), width, width);
    toV = parameters.linear(names.v(), width, width);
    toOut = parameters.linear(names.out(), width, width);
    normQ = parameters.get("norm_q.weight", width);
    normK = parameters.get("norm_k.weight", width);
    imageBranch =
        parameters.has("add_k_proj.weight")
            ? List.of(
                new ImageBranch(
                    parameters.linear("add_k_proj", width, width),
                    parameters.linear("add_v_proj", width, width),
                    parameters.get("norm_added_k.weight", width)))
            : List.of();
  }

  /** Every token attends to every token: [B, L, d] to [B, L, d]. */
  Tensor toItself(Tensor x, RotaryPositions.Turns turns) {
    return Scope.keeping(
        () -> {
          List<Tensor> qkv = Linear.applyAll(x, toQ, toK, toV);
          Tensor q = turns.applyToNormed(qkv.get(0), normQ, epsilon);
          Tensor k = turns.applyToNormed(qkv.get(1), normK, epsilon);
          return toOut.apply(attend(q, k, split(qkv.get(2))));
        });
  }

  /** Every token attends to the context, [B, S, d]. */
  Tensor toContext(Tensor x, Context context) {
    return Scope.keeping(
        () -> {
          Tensor q = split(Kernels.rmsNorm(toQ.apply(x), normQ, epsilon));
          Tensor out = attend(q, context.text(), toK, toV, normK);
          for (ImageBranch branch : imageBranch) {
            for (Tensor image : context.images()) {
              out = out.plus(attend(q, image, branch.toK(), branch.toV(), branch.normK()));
            }
          }
          return toOut.apply(out);
        });
  }

  private Tensor attend(Tensor q, Tensor context, Linear toK, Linear toV, Tensor normK) {
    List<Tensor> kv = Linear.applyAll(context, toK, toV);
    return attend(q, split(Kernels.rmsNorm(kv.get(0), normK, epsilon)), split(kv.get(1)));
  }

  /** [B, L, d] to [B, L, H, d/H]. */
  private Tensor split(Tensor x) {
    return x.reshape(x.size(0), x.size(1), heads, -1);
  }

  /** [B, L, H, D], twice [B, S, H, D] to [B, L, H·D]. */
  private static Tensor attend(Tensor q, Tensor k, Tensor v) {
    Tensor out = Kernels.attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2));
    return out.transpose(1, 2).reshape(q.size(0), q.size(1), -1);
  }
}
