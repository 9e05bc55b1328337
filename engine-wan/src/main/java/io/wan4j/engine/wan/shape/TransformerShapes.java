package io.wan4j.engine.wan.shape;

import io.wan4j.engine.wan.transformer.TransformerConfig;

/** Tensors of the diffusion transformers under the names of diffusers. */
public final class TransformerShapes {
  private static final long PATCH = 2;

  private TransformerShapes() {}

  /** Text, image, and first-and-last-frame to video. */
  public static TensorShapes of(TransformerConfig config) {
    TensorShapes shapes = new TensorShapes();
    long width = config.width();
    shapes.convolution("patch_embedding", config.inChannels(), width, 1, PATCH, PATCH);
    conditions(shapes, config);
    for (int i = 0; i < config.layers(); i++) {
      block(shapes, "blocks." + i + ".", config);
    }
    shapes.linear("proj_out", width, PATCH * PATCH * config.outChannels());
    return shapes.add("scale_shift_table", 1, 2, width);
  }

  /**
   * With the second stream of VACE.
   *
   * @param controlChannels of the control video's latents
   * @param controlBlocks blocks of the second stream
   */
  public static TensorShapes vace(
      TransformerConfig config, int controlChannels, int controlBlocks) {
    TensorShapes shapes = of(config);
    long width = config.width();
    shapes.convolution("vace_patch_embedding", controlChannels, width, 1, PATCH, PATCH);
    for (int i = 0; i < controlBlocks; i++) {
      String name = "vace_blocks." + i + ".";
      block(shapes, name, config);
      if (i == 0) {
        shapes.linear(name + "proj_in", width, width);
      }
      shapes.linear(name + "proj_out", width, width);
    }
    return shapes;
  }

  private static void conditions(TensorShapes shapes, TransformerConfig config) {
    String embedder = "condition_embedder.";
    long width = config.width();
    shapes
        .linear(embedder + "time_embedder.linear_1", config.timeWidth(), width)
        .linear(embedder + "time_embedder.linear_2", width, width)
        .linear(embedder + "time_proj", width, 6 * width)
        .linear(embedder + "text_embedder.linear_1", config.textWidth(), width)
        .linear(embedder + "text_embedder.linear_2", width, width);
    if (config.imageWidth() > 0) {
      String image = embedder + "image_embedder.";
      long in = config.imageWidth();
      if (config.imagePositions() > 0) {
        shapes.add(image + "pos_embed", 1, config.imagePositions(), in);
      }
      shapes
          .norm(image + "norm1", in)
          .linear(image + "ff.net.0.proj", in, in)
          .linear(image + "ff.net.2", in, width)
          .norm(image + "norm2", width);
    }
  }

  private static void block(TensorShapes shapes, String name, TransformerConfig config) {
    long width = config.width();
    shapes.add(name + "scale_shift_table", 1, 6, width);
    for (String attention : new String[] {"attn1.", "attn2."}) {
      for (String part : new String[] {"to_q", "to_k", "to_v", "to_out.0"}) {
        shapes.linear(name + attention + part, width, width);
      }
      shapes.add(name + attention + "norm_q.weight", width);
      shapes.add(name + attention + "norm_k.weight", width);
    }
    if (config.imageWidth() > 0) {
      shapes
          .linear(name + "attn2.add_k_proj", width, width)
          .linear(name + "attn2.add_v_proj", width, width)
          .add(name + "attn2.norm_added_k.weight", width);
    }
    shapes
        .norm(name + "norm2", width)
        .linear(name + "ffn.net.0.proj", width, config.feedForward())
        .linear(name + "ffn.net.2", config.feedForward(), width);
  }
}
