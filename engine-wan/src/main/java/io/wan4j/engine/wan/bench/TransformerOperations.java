package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.transformer.TransformerConfig;

/** How many operations one pass of a transformer takes: its products and its attention. */
final class TransformerOperations {
  private TransformerOperations() {}

  /**
   * A multiplication and an addition counted as two.
   *
   * @param latents [1, z, T, h, w]
   * @param textRows of the context
   */
  static double of(TransformerConfig config, long[] latents, int textRows) {
    double tokens = latents[2] * latents[3] * latents[4] / 4.0;
    double d = config.width();
    double block =
        12 * tokens * d * d
            + 4 * tokens * d * config.feedForward()
            + 4 * textRows * d * d
            + 4 * tokens * tokens * d
            + 4 * tokens * textRows * d;
    return config.layers() * block;
  }
}
