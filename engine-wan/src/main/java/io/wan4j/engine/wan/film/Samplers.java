package io.wan4j.engine.wan.film;

import io.wan4j.engine.wan.recipe.Recipe;
import io.wan4j.engine.wan.sampler.EulerSampler;
import io.wan4j.engine.wan.sampler.RenoisingSampler;
import io.wan4j.engine.wan.sampler.Sampler;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.torch.NormalNoise;
import java.util.function.Supplier;

/** The solver that a recipe names. */
final class Samplers {
  private Samplers() {}

  /**
   * Makes a fresh sampler for each run.
   *
   * @param seed of the noise that some solvers add on the way
   */
  static Supplier<Sampler> of(Recipe recipe, long seed) {
    int steps = recipe.steps();
    double shift = recipe.shift();
    return switch (recipe.solver()) {
      case UNIPC -> () -> new UniPcSampler(SigmaSchedule.of(Rule.UNIPC_WAN, steps, shift));
      case DISTILLED -> () -> new EulerSampler(SigmaSchedule.distilled(shift, steps(recipe)));
      case RENOISING ->
          () ->
              new RenoisingSampler(
                  SigmaSchedule.renoised(shift, steps(recipe)), new NormalNoise(seed + 1));
    };
  }

  private static int[] steps(Recipe recipe) {
    return recipe.timesteps().stream().mapToInt(Integer::intValue).toArray();
  }
}
