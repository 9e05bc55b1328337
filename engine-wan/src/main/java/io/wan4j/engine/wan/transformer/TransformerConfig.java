package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import java.util.List;

/**
 * The sizes of a diffusion transformer, as {@code config.json} gives them in either layout.
 *
 * @param heads number of attention heads
 * @param headSize width of one head; 128 in every published model
 * @param feedForward width of the feed-forward's middle
 * @param layers number of blocks
 * @param inChannels latent channels that come in, conditions included
 * @param outChannels latent channels of the predicted velocity
 * @param textWidth width of the text encoder's states
 * @param timeWidth width of the timestep's sinusoid
 * @param imageWidth width of image tokens, 0 without an image branch
 * @param imagePositions learned positions of image tokens, 0 without
 * @param epsilon of the norms in the blocks
 */
public record TransformerConfig(
    int heads,
    int headSize,
    int feedForward,
    int layers,
    int inChannels,
    int outChannels,
    int textWidth,
    int timeWidth,
    int imageWidth,
    int imagePositions,
    double epsilon) {

  /** The inner width: all heads side by side. */
  public int width() {
    return heads * headSize;
  }

  /** Latent values of one token: patches are 1 x 2 x 2 in every published model. */
  static final int PATCH = 2;

  /** Reads the keys common to all kinds; the caller reads its own and then requires all used. */
  public static TransformerConfig read(Config config) {
    return config.has("dim") ? original(config) : diffusers(config);
  }

  private static TransformerConfig diffusers(Config config) {
    checkPatch(config);
    config.expect("cross_attn_norm", true);
    config.expect("qk_norm", "rms_norm_across_heads");
    config.ignoring("rope_max_seq_len");
    int width = config.integer("num_attention_heads") * config.integer("attention_head_dim");
    int added = config.integer("added_kv_proj_dim", 0);
    if (added != 0 && added != width) {
      throw new CheckpointException(
          config + ": added_kv_proj_dim is " + added + ", not the width " + width);
    }
    return new TransformerConfig(
        config.integer("num_attention_heads"),
        config.integer("attention_head_dim"),
        config.integer("ffn_dim"),
        config.integer("num_layers"),
        config.integer("in_channels"),
        config.integer("out_channels"),
        config.integer("text_dim"),
        config.integer("freq_dim"),
        config.integer("image_dim", 0),
        config.integer("pos_embed_seq_len", 0),
        config.number("eps"));
  }

  /**
   * In the Wan repositories the image branch follows from the model type (wan/modules/model.py).
   */
  private static TransformerConfig original(Config config) {
    checkPatch(config);
    config.ignoring("text_len", "window_size", "cross_attn_norm", "qk_norm");
    String kind = config.text("model_type");
    boolean image = kind.equals("i2v") || kind.equals("flf2v") || kind.equals("animate");
    return new TransformerConfig(
        config.integer("num_heads"),
        config.integer("dim") / config.integer("num_heads"),
        config.integer("ffn_dim"),
        config.integer("num_layers"),
        config.integer("in_dim"),
        config.integer("out_dim"),
        config.integer("text_dim", 4096),
        config.integer("freq_dim"),
        image ? 1280 : 0,
        kind.equals("flf2v") ? 514 : 0,
        config.number("eps"));
  }

  private static void checkPatch(Config config) {
    List<Integer> known = List.of(1, PATCH, PATCH);
    if (!config.integers("patch_size", known).equals(known)) {
      throw new CheckpointException(config + ": patch_size is not " + known);
    }
  }
}
