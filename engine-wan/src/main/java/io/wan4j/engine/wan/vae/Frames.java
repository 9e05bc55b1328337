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
    return x.reshape(batch, -1, x.size(1), x.size(2), x.size(3)).permute(0, 2, 1, 3, 4);
  }
}
