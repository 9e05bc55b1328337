package io.wan4j.engine.wan.transformer;

import io.wan4j.torch.Tensor;

/**
 * How a latent video is cut into tokens: one frame, two rows, two columns each, counted by time,
 * row, column.
 */
record TokenGrid(long frames, long rows, long columns) {
  private static final int PATCH = TransformerConfig.PATCH;

  /** Of latents [B, C, T, H, W]; height and width must be even. */
  static TokenGrid of(Tensor latents) {
    long height = latents.size(3);
    long width = latents.size(4);
    if (height % PATCH != 0 || width % PATCH != 0) {
      throw new IllegalArgumentException(
          "latents of " + width + " x " + height + "; both must be multiples of " + PATCH);
    }
    return new TokenGrid(latents.size(2), height / PATCH, width / PATCH);
  }

  long tokens() {
    return frames * rows * columns;
  }

  /** [B, C, T, H, W] to [B, L, C·4], each token's values by channel, row, column. */
  Tensor cut(Tensor latents) {
    long batch = latents.size(0);
    long channels = latents.size(1);
    return latents
        .reshape(batch, channels, frames, rows, PATCH, columns, PATCH)
        .permute(0, 2, 3, 5, 1, 4, 6)
        .reshape(batch, tokens(), channels * PATCH * PATCH);
  }

  /** [B, L, 4·C] to [B, C, T, H, W]; here each token's values are by row, column, channel. */
  Tensor join(Tensor tokens) {
    long batch = tokens.size(0);
    long channels = tokens.size(2) / (PATCH * PATCH);
    return tokens
        .reshape(batch, frames, rows, columns, PATCH, PATCH, channels)
        .permute(0, 6, 1, 2, 4, 3, 5)
        .reshape(batch, channels, frames, rows * PATCH, columns * PATCH);
  }
}
