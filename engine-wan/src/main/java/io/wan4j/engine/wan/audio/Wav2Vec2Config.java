package io.wan4j.engine.wan.audio;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import java.util.List;

/**
 * Sizes of the speech encoder, as its {@code config.json} gives them.
 *
 * @param channels of each convolution over the samples
 * @param kernels of the same
 * @param strides of the same
 * @param convolutionBias whether they have offsets
 * @param width of the states
 * @param feedForward width of the feed-forward's middle
 * @param positionKernel reach of the convolution that tells positions
 * @param positionGroups groups of channels of that convolution
 */
public record Wav2Vec2Config(
    List<Integer> channels,
    List<Integer> kernels,
    List<Integer> strides,
    boolean convolutionBias,
    int width,
    int feedForward,
    int heads,
    int layers,
    int positionKernel,
    int positionGroups,
    double epsilon) {
  public Wav2Vec2Config {
    channels = List.copyOf(channels);
    kernels = List.copyOf(kernels);
    strides = List.copyOf(strides);
    if (channels.isEmpty()
        || kernels.size() != channels.size()
        || strides.size() != channels.size()) {
      throw new CheckpointException(
          "convolutions of channels %s, kernels %s and strides %s"
              .formatted(channels, kernels, strides));
    }
  }

  public static Wav2Vec2Config read(Config config) {
    // Without these two keys the network is another: wav2vec2-base.
    require(config, "do_stable_layer_norm", config.flag("do_stable_layer_norm", false));
    require(config, "feat_extract_norm", config.text("feat_extract_norm", "group").equals("layer"));
    config.expect("add_adapter", false);
    config.expect("feat_extract_activation", "gelu");
    config.expect("hidden_act", "gelu");
    ignoreTraining(config);
    Wav2Vec2Config read =
        new Wav2Vec2Config(
            config.integers("conv_dim"),
            config.integers("conv_kernel"),
            config.integers("conv_stride"),
            config.flag("conv_bias", false),
            config.integer("hidden_size"),
            config.integer("intermediate_size"),
            config.integer("num_attention_heads"),
            config.integer("num_hidden_layers"),
            config.integer("num_conv_pos_embeddings"),
            config.integer("num_conv_pos_embedding_groups"),
            config.number("layer_norm_eps", 1e-5));
    config.requireAllUsed();
    return read;
  }

  private static void require(Config config, String key, boolean right) {
    if (!right) {
      throw new CheckpointException(
          config
              + ": "
              + key
              + " is not that of wav2vec2-large with stable norms, the only kind known here");
    }
  }

  /** Keys for training, for the words above the encoder and for other networks of the library. */
  private static void ignoreTraining(Config config) {
    for (String key : config.keys()) {
      boolean training =
          key.endsWith("dropout")
              || key.endsWith("_token_id")
              || key.startsWith("mask_")
              || key.startsWith("ctc_")
              || key.startsWith("adapter_")
              || key.startsWith("tdnn_")
              || key.startsWith("xvector_")
              || key.startsWith("num_codevector")
              || key.startsWith("initializer_");
      if (training) {
        config.ignoring(key);
      }
    }
    config.ignoring(
        "apply_spec_augment",
        "architectures",
        "classifier_proj_size",
        "codevector_dim",
        "contrastive_logits_temperature",
        "diversity_loss_weight",
        "dtype",
        "gradient_checkpointing",
        "layerdrop",
        "model_type",
        "num_adapter_layers",
        "num_feat_extract_layers",
        "num_negatives",
        "output_hidden_size",
        "proj_codevector_dim",
        "torch_dtype",
        "transformers_version",
        "use_weighted_layer_sum",
        "vocab_size");
  }

  /** States that the encoder gives: what goes into each layer, and what comes out of the last. */
  public int states() {
    return layers + 1;
  }

  /** Samples that the first state needs. */
  int leastSamples() {
    int samples = 1;
    for (int i = kernels.size() - 1; i >= 0; i--) {
      samples = (samples - 1) * strides.get(i) + kernels.get(i);
    }
    return samples;
  }
}
