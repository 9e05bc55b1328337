package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sizes of the autoencoder, as {@code vae/config.json} gives them (AutoencoderKLWan in diffusers).
 *
 * @param encoderWidth channels of the encoder's first stage
 * @param decoderWidth channels of the decoder's last stage
 * @param latentChannels channels of a latent
 * @param multipliers width of each stage in units of the first
 * @param residualBlocks residual blocks of each encoder stage; decoder stages have one more
 * @param halvesTime which of the encoder's down-samplings also halve the frames
 * @param residual whether stages have shortcuts around them (Wan 2.2)
 * @param patch pixels side by side that become channels before the first convolution; 1 in Wan 2.1
 * @param mean of each latent channel over the training data
 * @param deviation of each latent channel over the training data
 */
public record VaeConfig(
    int encoderWidth,
    int decoderWidth,
    int latentChannels,
    List<Integer> multipliers,
    int residualBlocks,
    List<Boolean> halvesTime,
    boolean residual,
    int patch,
    double[] mean,
    double[] deviation) {

  public static VaeConfig read(Config config) {
    config.ignoring("dropout", "clip_output");
    if (config.has("attn_scales") && !config.texts("attn_scales").isEmpty()) {
      throw new CheckpointException(config + ": attn_scales must be empty");
    }
    int width = config.integer("base_dim");
    int patch = config.integer("patch_size", 1);
    VaeConfig read =
        new VaeConfig(
            width,
            config.integer("decoder_base_dim", width),
            config.integer("z_dim"),
            config.integers("dim_mult"),
            config.integer("num_res_blocks"),
            config.flags("temperal_downsample"),
            config.flag("is_residual", false),
            patch,
            config.numbers("latents_mean"),
            config.numbers("latents_std"));
    config.expect("in_channels", read.pixelChannels());
    config.expect("out_channels", read.pixelChannels());
    config.expect("scale_factor_spatial", read.spatialFactor());
    config.expect("scale_factor_temporal", read.temporalFactor());
    config.requireAllUsed();
    read.check(config);
    return read;
  }

  /** Sizes of the published files, which under the Wan repositories' names come without any. */
  public static VaeConfig published(String version) {
    String file = "wan" + version + ".json";
    try (InputStream in = VaeConfig.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no autoencoder of version " + version);
      }
      return read(Config.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Config config) {
    if (mean.length != latentChannels || deviation.length != latentChannels) {
      throw new CheckpointException(
          config + ": latents_mean and latents_std need " + latentChannels + " numbers");
    }
    if (halvesTime.size() != multipliers.size() - 1) {
      throw new CheckpointException(
          config + ": temperal_downsample needs " + (multipliers.size() - 1) + " values");
    }
  }

  /** Channels of what the first convolution sees. */
  int pixelChannels() {
    return 3 * patch * patch;
  }

  int stages() {
    return multipliers.size();
  }

  /** Pixels per latent, in each direction. */
  public int spatialFactor() {
    return (1 << halvesTime.size()) * patch;
  }

  /** Frames per latent frame; the first frame has one of its own. */
  public int temporalFactor() {
    return 1 << (int) halvesTime.stream().filter(halves -> halves).count();
  }

  /** Latent frames of a film; frames beyond the last full group are not counted. */
  public long latentFrames(long frames) {
    return 1 + (frames - 1) / temporalFactor();
  }
}
