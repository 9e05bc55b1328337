package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The video autoencoder of Wan 2.1 and 2.2 (arXiv 2503.20314, section 4.1): frames in [-1, 1] to
 * latents and back. It works through time in chunks that see their past through a cache, so a film
 * of any length needs the memory of one chunk.
 */
public final class WanVae implements AutoCloseable {
  private static final int TIME = 2;

  private final VaeConfig config;
  private final Parameters parameters;
  private final Layout layout;
  private final Encoder encoder;
  private final CausalConv quantize;
  private final CausalConv unquantize;
  private final Decoder decoder;

  private WanVae(VaeConfig config, Parameters parameters) {
    this.config = config;
    this.parameters = parameters;
    this.layout = Layout.of(parameters);
    int channels = config.latentChannels();
    encoder = new Encoder(parameters.at("encoder"), config);
    quantize = CausalConv.point(parameters.at("quant_conv"), 2L * channels, 2L * channels);
    unquantize = CausalConv.point(parameters.at("post_quant_conv"), channels, channels);
    decoder = new Decoder(parameters.at("decoder"), config);
  }

  /** From tensors under diffusers' names. */
  public static WanVae load(Config json, TensorSource tensors, DType type, Device device) {
    return load(VaeConfig.read(json), tensors, type, device);
  }

  public static WanVae load(VaeConfig config, TensorSource tensors, DType type, Device device) {
    Parameters parameters = new Parameters(tensors, Parameters.Precision.of(type, device));
    WanVae vae = new WanVae(config, parameters);
    parameters.requireAllUsed(name -> false);
    return vae;
  }

  public VaeConfig config() {
    return config;
  }

  public Device device() {
    return parameters.device();
  }

  /**
   * The most likely latents, not normalised.
   *
   * @param video [1, 3, F, H, W]; frames beyond the last full group of four after the first are
   *     ignored
   * @return [1, z, 1 + (F-1)/4, H/s, W/s], 32-bit floats
   */
  public Tensor encode(Tensor video) {
    return Scope.keeping(
        () -> {
          Tensor moments = encodePatched(patch(video));
          return moments.slice(1, 0, config.latentChannels());
        });
  }

  /** Mean and logarithm of the variance, 2·z channels, of pixels already folded into channels. */
  Tensor encodePatched(Tensor pixels) {
    try (Scope scope = Scope.open();
        FeatureCache cache = new FeatureCache()) {
      List<Tensor> chunks = new ArrayList<>();
      long group = config.temporalFactor();
      long frames = config.latentFrames(pixels.size(TIME));
      for (long i = 0; i < frames; i++) {
        long from = i == 0 ? 0 : 1 + (i - 1) * group;
        Tensor chunk = pixels.slice(TIME, from, 1 + i * group).to(parameters.type());
        chunks.add(encoder.apply(layout.video(chunk), cache));
      }
      Tensor moments = quantize.apply(Functions.cat(TIME, chunks), cache);
      return scope.keep(moments.to(DType.FLOAT32));
    }
  }

  /**
   * Decodes to the consumer, chunk by chunk in time.
   *
   * @param latents [1, z, T, h, w], not normalised
   * @param frames takes [1, 3, n, H, W] in [-1, 1], 32-bit floats: one frame first, then four each
   *     time; the tensor is closed when the consumer returns
   */
  public void decode(Tensor latents, Consumer<Tensor> frames) {
    decodePatched(
        latents,
        chunk -> {
          try (Scope _ = Scope.open()) {
            frames.accept(unpatch(chunk).clamp(-1, 1));
          }
        });
  }

  /** Decodes a short film in one piece. */
  public Tensor decode(Tensor latents) {
    try (Scope scope = Scope.open()) {
      List<Tensor> chunks = new ArrayList<>();
      decodePatched(latents, chunk -> chunks.add(scope.adopt(chunk.copy())));
      return scope.keep(unpatch(Functions.cat(TIME, chunks)).clamp(-1, 1));
    }
  }

  /** Decodes to pixels still folded into channels; each chunk is closed after the consumer. */
  void decodePatched(Tensor latents, Consumer<Tensor> chunks) {
    try (Scope _ = Scope.open();
        FeatureCache cache = new FeatureCache()) {
      Tensor placed = latents.to(parameters.type()).to(parameters.device());
      Tensor start = unquantize.apply(layout.video(placed), cache);
      for (long i = 0; i < start.size(TIME); i++) {
        try (Scope _ = Scope.open()) {
          chunks.accept(decoder.apply(start.slice(TIME, i, i + 1), cache).to(DType.FLOAT32));
        }
      }
    }
  }

  Tensor patch(Tensor video) {
    Tensor placed = video.to(parameters.device());
    return config.patch() == 1 ? placed : Shortcut.patch(placed, config.patch());
  }

  Tensor unpatch(Tensor pixels) {
    return config.patch() == 1 ? pixels : Shortcut.unpatch(pixels, config.patch());
  }

  /** {@code (z − mean) / deviation}: latents as the transformer knows them. */
  public Tensor normalize(Tensor latents) {
    return Scope.keeping(
        () ->
            latents
                .minus(channels(config.mean(), latents.device()))
                .over(channels(config.deviation(), latents.device())));
  }

  /** {@code z · deviation + mean}. */
  public Tensor denormalize(Tensor latents) {
    return Scope.keeping(
        () ->
            latents
                .times(channels(config.deviation(), latents.device()))
                .plus(channels(config.mean(), latents.device())));
  }

  private static Tensor channels(double[] values, Device device) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Tensor.of(floats, 1, values.length, 1, 1, 1).to(device);
  }

  @Override
  public void close() {
    parameters.close();
  }
}
