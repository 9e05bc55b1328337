package io.wan4j.engine.wan.recipe;

import io.wan4j.engine.wan.cache.Skipping;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.NativeFilm;
import io.wan4j.engine.wan.catalogue.Sampling;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import java.util.List;

/**
 * How a checkpoint is run, as its card recommends it or a setting changes it.
 *
 * @param frameRate at which it films
 * @param window frames of one run, 4n + 1; of speech 4n
 * @param areas pixels of a frame that it was trained for, the smallest first
 * @param steps of the sampler
 * @param shift of the noise schedule towards much noise
 * @param guidance how much more than usual the prompt counts; 1 and below turns guidance off
 * @param guidanceLow the same while the low-noise expert works
 * @param solver by which noise becomes a film
 * @param timesteps at which distilled weights were taught; none for others
 * @param skipping whether blocks are skipped in steps that change little
 */
public record Recipe(
    int frameRate,
    int window,
    List<Integer> areas,
    int steps,
    double shift,
    double guidance,
    double guidanceLow,
    Solver solver,
    List<Integer> timesteps,
    Skipping skipping) {

  /** Ways from noise to a film. */
  public enum Solver {
    /** UniPC as in the Wan repositories. */
    UNIPC,
    /** Euler over the steps at which step-distilled weights were taught. */
    DISTILLED,
    /** New noise after every step, for weights distilled by distribution matching. */
    RENOISING
  }

  public Recipe {
    areas = List.copyOf(areas);
    timesteps = List.copyOf(timesteps);
    if (window < 5 || window % 4 > 1) {
      throw new IllegalArgumentException(
          "a window has 4n + 1 frames, or 4n of speech, at least 5, not " + window);
    }
    if (areas.isEmpty() || steps < 1) {
      throw new IllegalArgumentException("a recipe needs areas and steps: " + this);
    }
  }

  /** What a card recommends. */
  public static Recipe of(CheckpointCard card) {
    NativeFilm film = card.film();
    Sampling sampling = card.sampling();
    return new Recipe(
        film.framesPerSecond(),
        film.window(),
        film.areas(),
        sampling.steps(),
        sampling.shift(),
        sampling.guidance(),
        sampling.guidanceLow(),
        solver(card),
        sampling.timesteps(),
        Skipping.NONE);
  }

  private static Solver solver(CheckpointCard card) {
    return switch (card.sampling().solver()) {
      case "unipc" -> Solver.UNIPC;
      case "euler" -> Solver.DISTILLED;
      case "dmd" -> Solver.RENOISING;
      default ->
          throw new CheckpointException(
              card.name() + " wants the solver " + card.sampling().solver() + ", which is unknown");
    };
  }

  /** The same with another number of steps; distilled weights keep theirs. */
  public Recipe withSteps(int count) {
    return new Recipe(
        frameRate,
        window,
        areas,
        timesteps.isEmpty() ? count : steps,
        shift,
        guidance,
        guidanceLow,
        solver,
        timesteps,
        skipping);
  }

  /** The same with blocks skipped by another rule. */
  public Recipe withSkipping(Skipping other) {
    return new Recipe(
        frameRate, window, areas, steps, shift, guidance, guidanceLow, solver, timesteps, other);
  }

  /** Whether every step asks with the prompt and without it. */
  public boolean guided() {
    return guidance > 1 && guidanceLow > 1;
  }

  /** How often the sampler asks. */
  public int passes() {
    return timesteps.isEmpty() ? steps : timesteps.size();
  }
}
