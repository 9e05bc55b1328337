package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.recipe.Recipe;

/**
 * A film, with what it is made by.
 *
 * @param chosen the checkpoint, and how it fits
 * @param negativePrompt the brief's own, or the recipe's
 * @param caching skips blocks as the recipe says
 */
record Assignment(
    Brief brief,
    Givens givens,
    FilmPlan plan,
    Choice.Chosen chosen,
    Checkpoint checkpoint,
    Recipe recipe,
    String negativePrompt,
    StepCaching caching) {

  /** In which it is begun. */
  Placement placement() {
    return chosen.placement();
  }

  /** Under which its latents are kept; reads every file that the film is made from. */
  String key() {
    return FilmKey.of(brief, givens, plan, recipe, placement(), checkpoint.folder());
  }
}
