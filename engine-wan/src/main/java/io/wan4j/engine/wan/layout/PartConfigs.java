package io.wan4j.engine.wan.layout;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.vae.VaeConfig;
import java.util.Optional;

/**
 * Configurations as the hub's libraries write them, from the shapes of tensors: files of the Wan
 * repositories and repacked ones come with few or none.
 */
final class PartConfigs {
  private static final JsonMapper JSON = new JsonMapper();

  /** Of one head in every published transformer. */
  private static final int HEAD = 128;

  private static final int PATCH = 4;

  private PartConfigs() {}

  /**
   * Of a transformer.
   *
   * @param own the configuration beside it in the Wan repositories' form
   */
  static ObjectNode transformer(PartFiles part, Optional<Config> own) {
    boolean control = part.has("vace_patch_embedding.weight");
    boolean original = part.has("head.head.weight");
    long[] patches = part.shape("patch_embedding.weight");
    int width = Math.toIntExact(patches[0]);
    int heads = own.map(config -> config.integer("num_heads")).orElse(width / HEAD);
    String[] names =
        original
            ? new String[] {
              "head.head.weight", "text_embedding.0.weight", "time_embedding.0.weight",
              "blocks.0.ffn.0.weight", "img_emb.proj.0.weight", "img_emb.emb_pos"
            }
            : new String[] {
              "proj_out.weight",
              "condition_embedder.text_embedder.linear_1.weight",
              "condition_embedder.time_embedder.linear_1.weight",
              "blocks.0.ffn.net.0.proj.weight",
              "condition_embedder.image_embedder.norm1.weight",
              "condition_embedder.image_embedder.pos_embed"
            };
    ObjectNode json = JSON.createObjectNode();
    json.put("_class_name", control ? "WanVACETransformer3DModel" : "WanTransformer3DModel");
    ArrayNode patch = json.putArray("patch_size");
    patch.add(1).add(2).add(2);
    json.put("num_attention_heads", heads);
    json.put("attention_head_dim", width / heads);
    json.put("in_channels", patches[1]);
    json.put("out_channels", part.shape(names[0])[0] / PATCH);
    json.put("text_dim", part.shape(names[1])[1]);
    json.put("freq_dim", part.shape(names[2])[1]);
    json.put("ffn_dim", part.shape(names[3])[0]);
    int layers = part.count("blocks.");
    json.put("num_layers", layers);
    json.put("cross_attn_norm", true);
    json.put("qk_norm", "rms_norm_across_heads");
    json.put("eps", own.map(config -> config.number("eps", 1e-6)).orElse(1e-6));
    if (part.has(names[4])) {
      json.put("image_dim", part.shape(names[4])[0]);
      json.put("added_kv_proj_dim", width);
    }
    if (part.has(names[5])) {
      json.put("pos_embed_seq_len", part.shape(names[5])[1]);
    }
    if (control) {
      json.put("vace_in_channels", part.shape("vace_patch_embedding.weight")[1]);
      int hints = part.count("vace_blocks.");
      ArrayNode places = json.putArray("vace_layers");
      for (int i = 0; i < hints; i++) {
        places.add(i * layers / hints);
      }
    }
    return json;
  }

  static ObjectNode textEncoder(PartFiles part) {
    boolean original = part.has("token_embedding.weight");
    long[] words =
        part.has("shared.weight")
            ? part.shape("shared.weight")
            : part.shape(original ? "token_embedding.weight" : "encoder.embed_tokens.weight");
    String block = original ? "blocks.0." : "encoder.block.0.layer.";
    long[] positions =
        part.shape(
            block
                + (original
                    ? "pos_embedding.embedding.weight"
                    : "0.SelfAttention.relative_attention_bias.weight"));
    long inner = part.shape(block + (original ? "attn.q.weight" : "0.SelfAttention.q.weight"))[0];
    ObjectNode json = JSON.createObjectNode();
    json.put("model_type", "umt5");
    json.put("vocab_size", words[0]);
    json.put("d_model", words[1]);
    json.put("num_heads", positions[1]);
    json.put("d_kv", inner / positions[1]);
    json.put(
        "d_ff",
        part.shape(block + (original ? "ffn.fc1.weight" : "1.DenseReluDense.wi_1.weight"))[0]);
    json.put("num_layers", part.count(original ? "blocks." : "encoder.block."));
    json.put("relative_attention_num_buckets", positions[0]);
    json.put("relative_attention_max_distance", 128);
    json.put("layer_norm_epsilon", 1e-6);
    json.put("feed_forward_proj", "gated-gelu");
    json.put("dense_act_fn", "gelu_new");
    return json;
  }

  /** Means and deviations of latents are those of the published autoencoders. */
  static ObjectNode vae(PartFiles part) {
    if (!part.has("decoder.conv1.weight")) {
      throw new CheckpointException(
          part.weights() + " is an autoencoder under diffusers' names; its config.json is missing");
    }
    boolean residual = part.has("decoder.upsamples.0.upsamples.0.residual.0.gamma");
    VaeConfig published = VaeConfig.published(residual ? "2.2" : "2.1");
    int stages = published.multipliers().size();
    int residualBlocks =
        residual
            ? part.count("decoder.upsamples.0.upsamples.") - 2
            : (part.count("decoder.upsamples.") + 1) / stages - 2;
    ObjectNode json = JSON.createObjectNode();
    json.put("_class_name", "AutoencoderKLWan");
    json.put("base_dim", part.shape("encoder.conv1.weight")[0]);
    json.put(
        "decoder_base_dim",
        part.shape("decoder.conv1.weight")[0] / published.multipliers().getLast());
    json.put("z_dim", published.latentChannels());
    json.set("dim_mult", JSON.valueToTree(published.multipliers()));
    json.put("num_res_blocks", residualBlocks);
    json.set("temperal_downsample", JSON.valueToTree(published.halvesTime()));
    json.putArray("attn_scales");
    json.put("is_residual", residual);
    int patch = published.patch();
    json.put("patch_size", patch);
    json.put("in_channels", 3 * patch * patch);
    json.put("out_channels", 3 * patch * patch);
    json.put("scale_factor_spatial", published.spatialFactor());
    json.put("scale_factor_temporal", published.temporalFactor());
    json.set("latents_mean", JSON.valueToTree(published.mean()));
    json.set("latents_std", JSON.valueToTree(published.deviation()));
    return json;
  }
}
