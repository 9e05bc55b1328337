package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Latents to pixels, one latent frame at a time (Decoder3d in wan/modules/vae.py and vae2_2.py).
 */
final class Decoder {
  private final CausalConv convIn;
  private final MidBlock mid;
  private final List<Layer> stages = new ArrayList<>();
  private final ChannelNorm normOut;
  private final CausalConv convOut;

  Decoder(Parameters parameters, VaeConfig config) {
    int count = config.stages();
    long in = (long) config.decoderWidth() * config.multipliers().getLast();
    convIn = CausalConv.cube(parameters.at("conv_in"), config.latentChannels(), in);
    mid = new MidBlock(parameters.at("mid_block"), in);
    for (int i = 0; i < count; i++) {
      long out = (long) config.decoderWidth() * config.multipliers().get(count - 1 - i);
      boolean last = i == count - 1;
      // Time is doubled in the reverse order of the encoder's halving.
      boolean doublesTime = !last && config.halvesTime().get(count - 2 - i);
      Parameters stage = parameters.at("up_blocks." + i);
      if (config.residual()) {
        stages.add(new UpStage(stage, in, out, config, !last, doublesTime));
        in = out;
      } else {
        for (int j = 0; j <= config.residualBlocks(); j++) {
          stages.add(new ResidualBlock(stage.at("resnets." + j), j == 0 ? in : out, out));
        }
        in = out;
        if (!last) {
          in = out / 2; // version 2.1 halves the channels while it doubles the picture
          stages.add(new Upsample(stage.at("upsamplers.0"), out, in, doublesTime));
        }
      }
    }
    normOut = new ChannelNorm(parameters.at("norm_out"), in, 4);
    convOut = CausalConv.cube(parameters.at("conv_out"), in, config.pixelChannels());
  }

  /** A stage of version 2.2, with its duplicated input added at its end. */
  private static final class UpStage implements Layer {
    private final List<Layer> layers = new ArrayList<>();
    private final long out;
    private final long time;
    private final boolean hasShortcut;

    UpStage(
        Parameters parameters,
        long in,
        long out,
        VaeConfig config,
        boolean doubles,
        boolean doublesTime) {
      this.out = out;
      time = doublesTime ? 2 : 1;
      hasShortcut = doubles;
      for (int j = 0; j <= config.residualBlocks(); j++) {
        layers.add(new ResidualBlock(parameters.at("resnets." + j), j == 0 ? in : out, out));
      }
      if (doubles) {
        layers.add(new Upsample(parameters.at("upsampler"), out, out, doublesTime));
      }
    }

    @Override
    public Tensor apply(Tensor x, FeatureCache cache) {
      return Scope.keeping(
          () -> {
            boolean firstChunk = cache.history(this).isEmpty();
            if (firstChunk) {
              cache.remember(this, x.slice(2, 0, 0));
            }
            Tensor y = x;
            for (Layer layer : layers) {
              Tensor next = layer.apply(y, cache);
              if (y != x) {
                y.close();
              }
              y = next;
            }
            return hasShortcut ? y.plus(Shortcut.duplicate(x, out, time, 2, firstChunk)) : y;
          });
    }
  }

  /** One latent frame: one frame of pixels from the first, four from each later one. */
  Tensor apply(Tensor latent, FeatureCache cache) {
    return Scope.keeping(
        () -> {
          Tensor x = mid.apply(convIn.apply(latent, cache), cache);
          for (Layer stage : stages) {
            Tensor next = stage.apply(x, cache);
            x.close();
            x = next;
          }
          return convOut.apply(normOut.applyThenSilu(x), cache);
        });
  }
}
