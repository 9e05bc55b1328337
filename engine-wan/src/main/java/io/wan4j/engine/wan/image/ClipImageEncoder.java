package io.wan4j.engine.wan.image;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.encoder.EncoderLayer;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The image tower of CLIP ViT-H/14 (arXiv 2103.00020; names of CLIPVisionModel in transformers).
 * Wan uses the state before the last layer, so that layer is not loaded.
 */
public final class ClipImageEncoder implements AutoCloseable {
  private final ClipConfig config;
  private final Parameters parameters;
  private final Tensor patchWeight;
  private final Tensor classToken;
  private final Tensor positions;
  private final Tensor firstNormWeight;
  private final Tensor firstNormBias;
  private final List<EncoderLayer> layers = new ArrayList<>();

  private ClipImageEncoder(ClipConfig config, Parameters all) {
    this.config = config;
    this.parameters = all;
    long width = config.width();
    Parameters vision = all.at("vision_model");
    Parameters embeddings = vision.at("embeddings");
    patchWeight =
        embeddings.get("patch_embedding.weight", width, 3, config.patch(), config.patch());
    classToken = embeddings.get("class_embedding", width);
    positions = embeddings.get("position_embedding.weight", config.tokens(), width);
    firstNormWeight = vision.get("pre_layrnorm.weight", width); // spelt so in the files
    firstNormBias = vision.get("pre_layrnorm.bias", width);
    for (int i = 0; i < config.layers() - 1; i++) {
      layers.add(
          new EncoderLayer(
              vision.at("encoder.layers." + i),
              EncoderLayer.Names.CLIP,
              config.width(),
              config.feedForward(),
              config.heads(),
              config.epsilon()));
    }
  }

  public static ClipImageEncoder load(
      Config json, TensorSource tensors, DType type, Device device) {
    ClipConfig config = ClipConfig.read(json);
    Parameters parameters = new Parameters(tensors, Parameters.Precision.of(type, device));
    ClipImageEncoder encoder = new ClipImageEncoder(config, parameters);
    String last = "vision_model.encoder.layers." + (config.layers() - 1) + ".";
    parameters.requireAllUsed(
        name ->
            name.startsWith(last)
                || name.startsWith("vision_model.post_layernorm.")
                || name.equals("vision_model.embeddings.position_ids")
                || name.equals("visual_projection.weight"));
    return encoder;
  }

  public ClipConfig config() {
    return config;
  }

  /**
   * The penultimate hidden state.
   *
   * @param pixels [B, 3, S, S], normalised
   * @return [B, 1 + patches, width], 32-bit floats
   */
  public Tensor encode(Tensor pixels) {
    return Scope.keeping(
        () -> {
          long batch = pixels.size(0);
          Tensor placed = pixels.to(parameters.type()).to(parameters.device());
          Tensor patches =
              Functions.conv2d(placed, patchWeight, null, config.patch(), 0)
                  .reshape(batch, config.width(), -1)
                  .transpose(1, 2);
          Tensor first = classToken.reshape(1, 1, -1).expand(batch, 1, config.width());
          Tensor x = Functions.cat(1, first, patches).plus(positions);
          x = Functions.layerNorm(x, firstNormWeight, firstNormBias, config.epsilon());
          for (EncoderLayer layer : layers) {
            x = layer.apply(x);
          }
          return x.to(DType.FLOAT32);
        });
  }

  @Override
  public void close() {
    parameters.close();
  }
}
