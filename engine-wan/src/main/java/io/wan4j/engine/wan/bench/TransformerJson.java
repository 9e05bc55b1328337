package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.checkpoint.Config;

/** The {@code config.json} of transformers of published shapes, with as many blocks as wished. */
final class TransformerJson {
  private TransformerJson() {}

  /** The 1.3B of Wan 2.1. */
  static Config small(int layers) {
    return of("1.3B", 12, 8960, layers, 16);
  }

  /**
   * A text-to-video transformer.
   *
   * @param name for messages
   * @param heads of 128
   * @param channels of a latent
   */
  static Config of(String name, int heads, int feedForward, int layers, int channels) {
    return Config.parse(
        name,
        """
        {"num_attention_heads": %d, "attention_head_dim": 128, "ffn_dim": %d,
         "num_layers": %d, "in_channels": %d, "out_channels": %d, "text_dim": 4096,
         "freq_dim": 256, "eps": 1e-6, "patch_size": [1, 2, 2]}\
        """
            .formatted(heads, feedForward, layers, channels, channels));
  }
}
