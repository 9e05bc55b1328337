package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.recipe.Recipe;

/**
 * A film, with what it is made by.
 *
 * @param rung on which it is begun
 * @param negativePrompt the brief's own, or the recipe's
 * @param caching skips blocks as the recipe says
 */
record Assignment(
    Brief brief,
    Givens givens,
    FilmPlan plan,
    Checkpoint checkpoint,
    Recipe recipe,
    Studio.Precision precision,
    Rung rung,
    String negativePrompt,
    StepCaching caching) {

  /** Under which its latents are kept; reads every file that the film is made from. */
  String key() {
    return FilmKey.of(brief, givens, plan, recipe, precision, checkpoint.folder());
  }
}
