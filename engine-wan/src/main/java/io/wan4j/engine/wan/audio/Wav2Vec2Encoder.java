package io.wan4j.engine.wan.audio;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Linear;
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
 * The encoder of wav2vec 2.0 (arXiv 2006.11477) in its large form with stable norms, as
 * wav2vec2-large-xlsr-53-english has it (names of Wav2Vec2ForCTC in transformers). It computes in
 * 32 bits.
 */
public final class Wav2Vec2Encoder implements AutoCloseable {
  private static final String NETWORK = "wav2vec2";

  private final Wav2Vec2Config config;
  private final Parameters parameters;
  private final SampleConvolutions convolutions;
  private final Tensor featureGain;
  private final Tensor featureOffset;
  private final Linear projection;
  private final PositionConvolution positions;
  private final List<EncoderLayer> layers = new ArrayList<>();
  private final Tensor lastGain;
  private final Tensor lastOffset;

  private Wav2Vec2Encoder(Wav2Vec2Config config, Parameters parameters, Parameters network) {
    this.config = config;
    this.parameters = parameters;
    long features = config.channels().getLast();
    long width = config.width();
    convolutions = new SampleConvolutions(network.at("feature_extractor"), config);
    Parameters projecting = network.at("feature_projection");
    featureGain = projecting.get("layer_norm.weight", features);
    featureOffset = projecting.get("layer_norm.bias", features);
    projection = projecting.linear("projection", features, width);
    Parameters encoder = network.at("encoder");
    positions = new PositionConvolution(encoder.at("pos_conv_embed.conv"), config);
    for (int i = 0; i < config.layers(); i++) {
      layers.add(
          new EncoderLayer(
              encoder.at("layers." + i),
              EncoderLayer.Names.WAV2VEC2,
              config.width(),
              config.feedForward(),
              config.heads(),
              config.epsilon()));
    }
    lastGain = encoder.get("layer_norm.weight", width);
    lastOffset = encoder.get("layer_norm.bias", width);
  }

  public static Wav2Vec2Encoder load(Config json, TensorSource tensors, Device device) {
    Wav2Vec2Config config = Wav2Vec2Config.read(json);
    Parameters parameters = new Parameters(tensors, Parameters.Precision.of(DType.FLOAT32, device));
    boolean below = tensors.names().stream().anyMatch(name -> name.startsWith(NETWORK + "."));
    try {
      Wav2Vec2Encoder encoder =
          new Wav2Vec2Encoder(config, parameters, below ? parameters.at(NETWORK) : parameters);
      parameters.requireAllUsed(Wav2Vec2Encoder::isNeedless);
      return encoder;
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  /** What only training and the reading of words use. */
  private static boolean isNeedless(String name) {
    return name.startsWith("lm_head.")
        || name.endsWith("masked_spec_embed")
        || name.startsWith("quantizer.")
        || name.startsWith("project_");
  }

  public Wav2Vec2Config config() {
    return config;
  }

  /**
   * All states: what goes into each layer, and what comes out of the last after its norm.
   *
   * @return 50 a second, on the processor
   */
  public SpeechStates encode(Waveform sound) {
    try (Scope scope = Scope.open()) {
      float[] samples = sound.normalized().atLeast(config.leastSamples()).samples();
      Tensor placed = Tensor.of(samples, 1, 1, samples.length).to(parameters.device());
      Tensor features = convolutions.apply(placed);
      Tensor x =
          projection.apply(
              Functions.layerNorm(features, featureGain, featureOffset, config.epsilon()));
      x = x.plus(positions.apply(x));
      List<Tensor> states = new ArrayList<>(List.of(x));
      for (EncoderLayer layer : layers) {
        x = layer.apply(x);
        states.add(x);
      }
      states.set(layers.size(), Functions.layerNorm(x, lastGain, lastOffset, config.epsilon()));
      // A tensor of its own, wherever the states were computed.
      return new SpeechStates(scope.release(Functions.cat(0, states).to(Device.CPU).copy()));
    }
  }

  @Override
  public void close() {
    parameters.close();
  }
}
