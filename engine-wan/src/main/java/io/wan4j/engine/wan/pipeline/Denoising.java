package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.sampler.Sampler;
import io.wan4j.engine.wan.transformer.StepCache;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.function.Supplier;

/**
 * How noise becomes a film: the sampler, and how much more than usual the prompt counts
 * (classifier-free guidance, arXiv 2207.12598).
 *
 * @param sampler makes a fresh one for each run
 * @param guidance while the high-noise expert works; 1 and below turns guidance off
 * @param guidanceLow while the low-noise expert works
 * @param caching whether blocks are skipped
 * @param paired whether guidance asks with both prompts in one pass; not where blocks are skipped,
 *     for each prompt skips for itself
 * @param observer hears of every step
 */
public record Denoising(
    Supplier<Sampler> sampler,
    double guidance,
    double guidanceLow,
    StepCaching caching,
    boolean paired,
    Observer observer) {

  /** Asks with one prompt after the other. */
  public Denoising(
      Supplier<Sampler> sampler,
      double guidance,
      double guidanceLow,
      StepCaching caching,
      Observer observer) {
    this(sampler, guidance, guidanceLow, caching, false, observer);
  }

  /** The same with both prompts in one pass, or one after the other. */
  public Denoising withPair(boolean together) {
    return new Denoising(sampler, guidance, guidanceLow, caching, together, observer);
  }

  /** Hears of every step; may stop the run by an exception. */
  public interface Observer {
    /**
     * @param step number of the step, from 0
     * @param steps number of all steps
     * @param highNoise whether the high-noise expert worked
     * @param latents after the step; not to be kept
     */
    void after(int step, int steps, boolean highNoise, Tensor latents);

    /** Before each pass through a transformer; may stop the run by an exception. */
    default void before() {}

    /**
     * Offers a look at what the film may become: the latents without the noise that is still in
     * them.
     *
     * @param latents computed only when asked for, and not to be kept
     */
    default void glimpse(int step, int steps, Supplier<Tensor> latents) {}

    /**
     * After a run that may skip blocks.
     *
     * @param computed passes through a transformer whose blocks were computed
     * @param skipped those whose blocks were not
     */
    default void skipped(int computed, int skipped) {}
  }

  /** Asks a transformer; the result has a row for each of the branch. */
  interface Velocity {
    Tensor of(Tensor latents, float timestep, Branch branch, StepCache cache);
  }

  /** From noise to latents. */
  Tensor run(Tensor noise, Experts<?> experts, Velocity velocity) {
    try (Scope scope = Scope.open();
        Sampler steps = sampler.get();
        StepCaching.Run caches = caching.begin()) {
      float[] timesteps = steps.schedule().timesteps();
      Tensor x = noise;
      for (int i = 0; i < timesteps.length; i++) {
        boolean high = experts.isHigh(timesteps[i]);
        if (i > 0 && high != experts.isHigh(timesteps[i - 1])) {
          caches.expertChanged();
        }
        Tensor before = x;
        float timestep = timesteps[i];
        int step = i;
        float sigma = steps.schedule().sigmas()[step];
        x =
            Scope.keeping(
                () -> {
                  Tensor v =
                      guided(before, timestep, high ? guidance : guidanceLow, caches, velocity);
                  observer.glimpse(
                      step, timesteps.length, () -> Scope.keeping(() -> before.plus(v, -sigma)));
                  return steps.step(step, before, v);
                });
        if (before != noise) {
          before.close();
        }
        observer.after(i, timesteps.length, high, x);
      }
      observer.skipped(caches.computed(), caches.skipped());
      return scope.keep(x);
    }
  }

  /** {@code v_u + g·(v_c − v_u)}. */
  private Tensor guided(
      Tensor x, float timestep, double scale, StepCaching.Run caches, Velocity velocity) {
    observer.before();
    if (scale > 1 && paired && !caching.skips()) {
      Tensor both = velocity.of(x, timestep, Branch.BOTH, StepCache.none());
      return guided(both.slice(0, 0, 1), both.slice(0, 1, 2), scale);
    }
    Tensor prompted = velocity.of(x, timestep, Branch.PROMPT, caches.of(true));
    if (scale <= 1) {
      return prompted;
    }
    observer.before();
    return guided(prompted, velocity.of(x, timestep, Branch.NEGATIVE, caches.of(false)), scale);
  }

  private static Tensor guided(Tensor prompted, Tensor unprompted, double scale) {
    return unprompted.plus(prompted.minus(unprompted), scale);
  }
}
