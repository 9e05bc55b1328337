package io.wan4j.engine.wan.text;

import io.wan4j.engine.wan.checkpoint.Config;

/**
 * Sizes of the text encoder, as {@code text_encoder/config.json} gives them.
 *
 * @param buckets of the relative positions
 * @param maxDistance from which on all positions share the last bucket
 */
public record Umt5Config(
    int width,
    int headSize,
    int heads,
    int feedForward,
    int layers,
    int vocabulary,
    int buckets,
    int maxDistance,
    double epsilon) {

  public static Umt5Config read(Config config) {
    config.expect("feed_forward_proj", "gated-gelu");
    config.expect("dense_act_fn", "gelu_new");
    config.ignoring(
        "architectures",
        "classifier_dropout",
        "decoder_start_token_id",
        "dropout_rate",
        "dtype",
        "eos_token_id",
        "initializer_factor",
        "is_encoder_decoder",
        "is_gated_act",
        "model_type",
        "num_decoder_layers",
        "output_past",
        "pad_token_id",
        "scalable_attention",
        "tie_word_embeddings",
        "tokenizer_class",
        "torch_dtype",
        "transformers_version",
        "use_cache");
    Umt5Config read =
        new Umt5Config(
            config.integer("d_model"),
            config.integer("d_kv"),
            config.integer("num_heads"),
            config.integer("d_ff"),
            config.integer("num_layers"),
            config.integer("vocab_size"),
            config.integer("relative_attention_num_buckets"),
            config.integer("relative_attention_max_distance", 128),
            config.number("layer_norm_epsilon"));
    config.requireAllUsed();
    return read;
  }
}
