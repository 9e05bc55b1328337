package io.wan4j.engine.wan.shape;

import io.wan4j.engine.wan.encoder.EncoderLayer;
import io.wan4j.engine.wan.image.ClipConfig;
import io.wan4j.engine.wan.text.Umt5Config;

/** Tensors of the text and the image encoder under the names of transformers. */
public final class EncoderShapes {
  private EncoderShapes() {}

  /** UMT5's encoder. */
  public static TensorShapes text(Umt5Config config) {
    TensorShapes shapes = new TensorShapes();
    long width = config.width();
    long inner = (long) config.heads() * config.headSize();
    shapes.add("shared.weight", config.vocabulary(), width);
    for (int i = 0; i < config.layers(); i++) {
      String attention = "encoder.block." + i + ".layer.0.";
      shapes
          .add(attention + "SelfAttention.q.weight", inner, width)
          .add(attention + "SelfAttention.k.weight", inner, width)
          .add(attention + "SelfAttention.v.weight", inner, width)
          .add(attention + "SelfAttention.o.weight", width, inner)
          .add(
              attention + "SelfAttention.relative_attention_bias.weight",
              config.buckets(),
              config.heads())
          .add(attention + "layer_norm.weight", width);
      String feedForward = "encoder.block." + i + ".layer.1.";
      shapes
          .add(feedForward + "DenseReluDense.wi_0.weight", config.feedForward(), width)
          .add(feedForward + "DenseReluDense.wi_1.weight", config.feedForward(), width)
          .add(feedForward + "DenseReluDense.wo.weight", width, config.feedForward())
          .add(feedForward + "layer_norm.weight", width);
    }
    return shapes.add("encoder.final_layer_norm.weight", width);
  }

  /**
   * CLIP's image tower, with the parts that Wan does not read.
   *
   * @param projection width of the picture's one vector
   */
  public static TensorShapes image(ClipConfig config, int projection) {
    TensorShapes shapes = new TensorShapes();
    long width = config.width();
    long tokens = config.tokens();
    String vision = "vision_model.";
    shapes
        .add(vision + "embeddings.class_embedding", width)
        .add(vision + "embeddings.patch_embedding.weight", width, 3, config.patch(), config.patch())
        .add(vision + "embeddings.position_embedding.weight", tokens, width)
        .norm(vision + "pre_layrnorm", width);
    for (int i = 0; i < config.layers(); i++) {
      String layer = vision + "encoder.layers." + i + ".";
      shapes.encoderLayer(layer, EncoderLayer.Names.CLIP, width, config.feedForward());
    }
    return shapes
        .norm(vision + "post_layernorm", width)
        .add("visual_projection.weight", projection, width);
  }
}
