package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Pixels to latent moments, chunk by chunk (Encoder3d in wan/modules/vae.py and vae2_2.py). */
final class Encoder {
  private final CausalConv convIn;
  private final List<Layer> stages = new ArrayList<>();
  private final MidBlock mid;
  private final ChannelNorm normOut;
  private final CausalConv convOut;

  Encoder(Parameters parameters, VaeConfig config) {
    long width = config.encoderWidth();
    convIn = CausalConv.cube(parameters.at("conv_in"), config.pixelChannels(), width);
    long in = width;
    int flat = 0;
    for (int i = 0; i < config.stages(); i++) {
      long out = width * config.multipliers().get(i);
      boolean last = i == config.stages() - 1;
      boolean halvesTime = !last && config.halvesTime().get(i);
      if (config.residual()) {
        stages.add(
            new DownStage(parameters.at("down_blocks." + i), in, out, config, !last, halvesTime));
      } else {
        // Version 2.1 numbers blocks and down-samplings through.
        for (int j = 0; j < config.residualBlocks(); j++) {
          stages.add(
              new ResidualBlock(parameters.at("down_blocks." + flat++), j == 0 ? in : out, out));
        }
        if (!last) {
          stages.add(new Downsample(parameters.at("down_blocks." + flat++), out, halvesTime));
        }
      }
      in = out;
    }
    mid = new MidBlock(parameters.at("mid_block"), in);
    normOut = new ChannelNorm(parameters.at("norm_out"), in, 4);
    convOut = CausalConv.cube(parameters.at("conv_out"), in, 2L * config.latentChannels());
  }

  /** A stage of version 2.2, with the averaged input added at its end. */
  private static final class DownStage implements Layer {
    private final List<Layer> layers = new ArrayList<>();
    private final long out;
    private final long time;
    private final long side;

    DownStage(
        Parameters parameters,
        long in,
        long out,
        VaeConfig config,
        boolean halves,
        boolean halvesTime) {
      this.out = out;
      time = halvesTime ? 2 : 1;
      side = halves ? 2 : 1;
      for (int j = 0; j < config.residualBlocks(); j++) {
        layers.add(new ResidualBlock(parameters.at("resnets." + j), j == 0 ? in : out, out));
      }
      if (halves) {
        layers.add(new Downsample(parameters.at("downsampler"), out, halvesTime));
      }
    }

    @Override
    public Tensor apply(Tensor x, FeatureCache cache) {
      return Scope.keeping(
          () -> {
            Tensor y = x;
            for (Layer layer : layers) {
              y = layer.apply(y, cache);
            }
            return y.plus(Shortcut.average(x, out, time, side));
          });
    }
  }

  /** One chunk: the first frame alone, or the next four. */
  Tensor apply(Tensor chunk, FeatureCache cache) {
    return Scope.keeping(
        () -> {
          Tensor x = convIn.apply(chunk, cache);
          for (Layer stage : stages) {
            Tensor next = stage.apply(x, cache);
            x.close();
            x = next;
          }
          x = mid.apply(x, cache);
          return convOut.apply(normOut.applyThenSilu(x), cache);
        });
  }
}
