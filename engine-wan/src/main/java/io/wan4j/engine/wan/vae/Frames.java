package io.wan4j.engine.wan.vae;

import io.wan4j.torch.Tensor;

/** A chunk as separate pictures and back. */
final class Frames {
  private Frames() {}

  /** [B, C, T, H, W] to [B·T, C, H, W]. */
  static Tensor apart(Tensor x) {
    return x.permute(0, 2, 1, 3, 4).reshape(x.size(0) * x.size(2), x.size(1), x.size(3), x.size(4));
  }

  /** [B·T, C, H, W] to [B, C, T, H, W]. */
  static Tensor together(Tensor x, long batch) {
    if (x.device().isCpu()) {
      return x.reshape(batch, -1, x.size(1), x.size(2), x.size(3)).permute(0, 2, 1, 3, 4);
    }
    // Channels are last, see Layout. By this way round a video of one frame has strides that say
    // so too; else whatever is joined to it would lie row by row, and every convolution after it
    // would first turn its input round.
    return x.permute(0, 2, 3, 1)
        .reshape(batch, -1, x.size(2), x.size(3), x.size(1))
        .permute(0, 4, 1, 2, 3);
  }
}
