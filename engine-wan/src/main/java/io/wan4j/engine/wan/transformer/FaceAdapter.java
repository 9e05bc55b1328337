package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/** Each frame's tokens attend to the face tokens of their frame; added to the stream. */
final class FaceAdapter {
  private final int heads;
  private final double epsilon;
  private final Linear toQ;
  private final Linear toK;
  private final Linear toV;
  private final Linear toOut;
  private final Tensor normQ;
  private final Tensor normK;

  FaceAdapter(Parameters parameters, TransformerConfig config) {
    long width = config.width();
    heads = config.heads();
    epsilon = config.epsilon();
    toQ = parameters.linear("to_q", width, width);
    toK = parameters.linear("to_k", width, width);
    toV = parameters.linear("to_v", width, width);
    toOut = parameters.linear("to_out", width, width);
    normQ = parameters.get("norm_q.weight", config.headSize());
    normK = parameters.get("norm_k.weight", config.headSize());
  }

  /**
   * @param x [B, L, d]
   * @param faces [B, frames, tokens, d]; frames divide L
   * @return [B, L, d], to be added
   */
  Tensor apply(Tensor x, Tensor faces) {
    return Scope.keeping(
        () -> {
          Tensor q = split(toQ.apply(plainNorm(x)), faces.size(1));
          Tensor normed = plainNorm(faces);
          Tensor k = split(toK.apply(normed), faces.size(1));
          Tensor v = split(toV.apply(normed), faces.size(1));
          Tensor mixed =
              Kernels.attention(
                  Kernels.rmsNorm(q, normQ, epsilon).transpose(1, 2),
                  Kernels.rmsNorm(k, normK, epsilon).transpose(1, 2),
                  v.transpose(1, 2));
          return toOut.apply(mixed.transpose(1, 2).reshape(x.shape()));
        });
  }

  /** [B, ..., d] to [B·frames, tokens of a frame, H, D]. */
  private Tensor split(Tensor x, long frames) {
    return x.reshape(x.size(0) * frames, -1, heads, x.size(-1) / heads);
  }

  private Tensor plainNorm(Tensor x) {
    return Functions.layerNorm(x.to(DType.FLOAT32), null, null, epsilon).to(x.dtype());
  }
}
