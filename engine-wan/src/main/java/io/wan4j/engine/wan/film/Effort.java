package io.wan4j.engine.wan.film;

import io.wan4j.engine.Estimate;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.plan.Scene;
import io.wan4j.engine.wan.plan.Window;
import io.wan4j.engine.wan.recipe.Recipe;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.Device;

/** What a film will cost, from the networks' sizes alone. */
final class Effort {
  private static final int TEXT_TOKENS = 512;

  /** Operations a second that the networks reach: measured on the processor, cautious on a card. */
  private static final double PROCESSOR_CORE = 1.3e11;

  private static final double CARD = 2e14;

  private Effort() {}

  static Estimate of(
      FilmPlan plan, Recipe recipe, Checkpoint checkpoint, Studio.Precision precision) {
    TransformerConfig transformer = checkpoint.transformerConfig();
    VaeConfig vae = checkpoint.vaeConfig();
    double operations = 0;
    double peak = 0;
    int passes = recipe.guidance() > 1 ? 2 : 1;
    for (Scene scene : plan.scenes()) {
      for (Window window : scene.windows()) {
        double tokens = tokens(plan.render(), window.frames(), vae);
        operations += recipe.steps() * passes * pass(transformer, tokens);
        double pixels = (double) plan.render().pixels() * window.frames();
        operations += pixels * 9.0e3 * vae.decoderWidth();
        peak = Math.max(peak, tokens * transformer.width() * 4 * 12);
        peak = Math.max(peak, plan.render().pixels() * 4.0 * vae.decoderWidth() * 24);
      }
    }
    double rate = precision.device().equals(Device.CPU) ? PROCESSOR_CORE * cores() : CARD;
    double bytes = checkpoint.bytes() + peak;
    return new Estimate(1 + operations / rate, (long) bytes);
  }

  private static int cores() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  private static double tokens(FrameSize size, int frames, VaeConfig vae) {
    double side = 2.0 * vae.spatialFactor();
    return vae.latentFrames(frames) * (size.width() / side) * (size.height() / side);
  }

  /** Multiplications and additions of one pass: projections, feed-forward, both attentions. */
  private static double pass(TransformerConfig config, double tokens) {
    double width = config.width();
    return config.layers()
        * (12 * tokens * width * width
            + 4 * tokens * width * config.feedForward()
            + 4 * TEXT_TOKENS * width * width
            + 4 * tokens * tokens * width
            + 4 * tokens * TEXT_TOKENS * width);
  }
}
