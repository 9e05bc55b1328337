package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;
import java.util.List;

/** CLIP's image tokens in the width of the transformer (MLPProj in wan/modules/model.py). */
final class ImageEmbedding {
  /** LayerNorm's default in PyTorch, not the blocks' 1e-6. */
  private static final double EPSILON = 1e-5;

  private final List<Tensor> positions;
  private final Norm norm1;
  private final Linear first;
  private final Linear second;
  private final Norm norm2;

  ImageEmbedding(Parameters parameters, TransformerConfig config) {
    int in = config.imageWidth();
    positions =
        config.imagePositions() == 0
            ? List.of()
            : List.of(parameters.get("pos_embed", 1, config.imagePositions(), in));
    norm1 = new Norm(parameters.at("norm1"), in, EPSILON);
    first = parameters.linear("ff.net.0.proj", in, in);
    second = parameters.linear("ff.net.2", in, config.width());
    norm2 = new Norm(parameters.at("norm2"), config.width(), EPSILON);
  }

  /**
   * [B, S, image width] to [B, S, d]; two images with learned positions become one row of tokens.
   */
  Tensor apply(Tensor tokens) {
    Tensor x = tokens;
    for (Tensor position : positions) {
      x = x.reshape(-1, position.size(1), position.size(2)).plus(position);
    }
    x = norm1.apply(x);
    x = second.apply(Functions.gelu(first.apply(x)));
    return norm2.apply(x);
  }
}
