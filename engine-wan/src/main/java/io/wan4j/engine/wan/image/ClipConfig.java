package io.wan4j.engine.wan.image;

import io.wan4j.engine.wan.checkpoint.Config;

/** Sizes of the image encoder, as {@code image_encoder/config.json} gives them. */
public record ClipConfig(
    int width, int feedForward, int heads, int layers, int imageSize, int patch, double epsilon) {

  public static ClipConfig read(Config config) {
    config.expect("hidden_act", "gelu");
    config.expect("num_channels", 3);
    config.ignoring(
        "architectures",
        "attention_dropout",
        "dropout",
        "dtype",
        "initializer_factor",
        "initializer_range",
        "model_type",
        "projection_dim",
        "torch_dtype",
        "transformers_version");
    ClipConfig read =
        new ClipConfig(
            config.integer("hidden_size"),
            config.integer("intermediate_size"),
            config.integer("num_attention_heads"),
            config.integer("num_hidden_layers"),
            config.integer("image_size"),
            config.integer("patch_size"),
            config.number("layer_norm_eps", 1e-5));
    config.requireAllUsed();
    return read;
  }

  /** Patches and the class token. */
  public int tokens() {
    int side = imageSize / patch;
    return side * side + 1;
  }
}
