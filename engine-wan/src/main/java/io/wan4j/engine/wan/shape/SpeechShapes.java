package io.wan4j.engine.wan.shape;

import io.wan4j.engine.wan.audio.Wav2Vec2Config;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.NameRules;
import io.wan4j.engine.wan.encoder.EncoderLayer;
import io.wan4j.engine.wan.transformer.TransformerConfig;

/**
 * Tensors of the networks of speech to video: the transformer under the names of the Wan
 * repository, which are the only ones it has, the encoder under those of transformers.
 */
public final class SpeechShapes {
  private static final long STATES = 25;

  private SpeechShapes() {}

  /**
   * The diffusion transformer.
   *
   * @param config what {@link TransformerConfig} does not hold
   */
  public static TensorShapes transformer(TransformerConfig sizes, Config config) {
    TensorShapes shapes = new TensorShapes();
    NameRules original = NameRules.originalTransformer();
    TransformerShapes.of(sizes)
        .all()
        .forEach((name, shape) -> shapes.add(original.rename(name), shape));
    long width = sizes.width();
    long channels = sizes.inChannels();
    shapes
        .convolution("cond_encoder", config.integer("cond_dim"), width, 1, 2, 2)
        .convolution("frame_packer.proj", channels, width, 1, 2, 2)
        .convolution("frame_packer.proj_2x", channels, width, 2, 4, 4)
        .convolution("frame_packer.proj_4x", channels, width, 4, 8, 8)
        .add("trainable_cond_mask.weight", 3, width);
    hearing(shapes, width, config.integer("audio_dim"), config.integer("num_audio_token"));
    for (int i = 0; i < config.integers("audio_inject_layers").size(); i++) {
      String injector = "audio_injector.injector." + i + ".";
      for (String part : new String[] {"q", "k", "v", "o"}) {
        shapes.linear(injector + part, width, width);
      }
      shapes
          .add(injector + "norm_q.weight", width)
          .add(injector + "norm_k.weight", width)
          .linear("audio_injector.injector_adain_layers." + i + ".linear", width, 2 * width);
    }
    return shapes;
  }

  private static void hearing(TensorShapes shapes, long width, long audioWidth, long tokens) {
    String encoder = "casual_audio_encoder.encoder.";
    shapes
        .add("casual_audio_encoder.weights", 1, STATES, 1, 1)
        .convolution(encoder + "conv1_local.conv", audioWidth, width / 4 * tokens, 3)
        .convolution(encoder + "conv1_global.conv", audioWidth, width / 4, 3)
        .convolution(encoder + "conv2.conv", width / 4, width / 2, 3)
        .convolution(encoder + "conv3.conv", width / 2, width, 3)
        .linear(encoder + "final_linear", width, width)
        .add(encoder + "padding_tokens", 1, 1, 1, width);
  }

  /** The speech encoder, with the parts that Wan does not read. */
  public static TensorShapes encoder(Wav2Vec2Config config) {
    TensorShapes shapes = new TensorShapes();
    long width = config.width();
    long in = 1;
    for (int i = 0; i < config.channels().size(); i++) {
      String layer = "wav2vec2.feature_extractor.conv_layers." + i + ".";
      long out = config.channels().get(i);
      shapes.convolution(layer + "conv", in, out, config.kernels().get(i));
      shapes.norm(layer + "layer_norm", out);
      in = out;
    }
    String position = "wav2vec2.encoder.pos_conv_embed.conv.";
    long kernel = config.positionKernel();
    shapes
        .norm("wav2vec2.feature_projection.layer_norm", in)
        .linear("wav2vec2.feature_projection.projection", in, width)
        .add("wav2vec2.masked_spec_embed", width)
        .add(position + "weight_g", 1, 1, kernel)
        .add(position + "weight_v", width, width / config.positionGroups(), kernel)
        .add(position + "bias", width);
    for (int i = 0; i < config.layers(); i++) {
      String layer = "wav2vec2.encoder.layers." + i + ".";
      shapes.encoderLayer(layer, EncoderLayer.Names.WAV2VEC2, width, config.feedForward());
    }
    return shapes.norm("wav2vec2.encoder.layer_norm", width).linear("lm_head", width, 33);
  }
}
