package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.CheckpointChoice;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.cache.SkippingFigures;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.catalogue.Task;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.recipe.NegativePrompts;
import io.wan4j.engine.wan.recipe.Recipe;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;

/** Chooses the checkpoint for a film and plans how it is made with it. */
final class Planner {
  private final WanSettings settings;
  private final CheckpointChoice choice;
  private final Torch torch;
  private final SkippingFigures skippingFigures = SkippingFigures.load();
  private final NegativePrompts negativePrompts = NegativePrompts.load();
  private final PromptShots shots = new PromptShots();

  Planner(WanSettings settings, CheckpointChoice choice, Torch torch) {
    this.settings = settings;
    this.choice = choice;
    this.torch = torch;
  }

  /**
   * The film's plan.
   *
   * @param memory of the device that shall make it
   * @throws EngineException when no checkpoint can make it there
   */
  Assignment assign(Brief brief, Givens givens, DeviceMemory memory) {
    try {
      if (givens.speech().isPresent()
          && choice.find(wanted(brief, givens, memory)) instanceof Choice.Chosen chosen) {
        return planned(brief, givens, chosen);
      }
      // Where nothing hears, the picture moves by itself and the recording is laid under it.
      Givens undriven = givens.undriven();
      return planned(brief, undriven, choice.choose(wanted(brief, undriven, memory)));
    } catch (CheckpointException e) {
      throw new EngineException(e.getMessage(), e);
    }
  }

  private CheckpointChoice.Wanted wanted(Brief brief, Givens givens, DeviceMemory memory) {
    return new CheckpointChoice.Wanted(
        brief,
        givens.speech().isPresent() ? Task.SPEECH : Task.of(brief.material()),
        givens::fit,
        givens.needs(),
        memory,
        options(memory.device()));
  }

  private Assignment planned(Brief brief, Givens givens, Choice.Chosen chosen) {
    Checkpoint checkpoint = Checkpoint.open(chosen.folder());
    CheckpointKind kind = checkpoint.family();
    Recipe card = Recipe.of(chosen.card());
    Recipe recipe =
        (settings.steps().isPresent() ? card.withSteps(settings.steps().getAsInt()) : card)
            .withSkipping(settings.skipping());
    int rate = settings.keepRate() ? recipe.frameRate() : brief.frameRate();
    int frames = FilmPlan.outputFrames(brief, rate);
    int lead = givens.lead().map(clip -> clipFrames(clip, rate, frames)).orElse(0);
    int tail = givens.tail().map(clip -> clipFrames(clip, rate, frames - lead - 1)).orElse(0);
    FilmPlan plan =
        FilmPlan.of(
            brief,
            rate,
            new FilmPlan.Given(lead, tail, givens.last().isPresent(), !kind.continues()),
            shots.of(brief, rate, givens),
            new FilmPlan.Means(
                recipe,
                new FrameSize(chosen.size().width(), chosen.size().height()),
                kind.overlap(),
                kind == CheckpointKind.SPEECH));
    String negative =
        brief.negativePrompt().isBlank()
            ? negativePrompts.of(kind, recipe)
            : brief.negativePrompt();
    return new Assignment(
        brief,
        givens,
        plan,
        chosen,
        checkpoint,
        recipe,
        negative,
        skippingFigures.caching(
            recipe.skipping(), recipe.passes(), recipe.guided(), network(checkpoint, plan)));
  }

  private Options options(Device device) {
    return Options.on(device, settings.type(), torch)
        .withEightBits(settings.eightBits())
        .leaving(settings.memory());
  }

  private static SkippingFigures.Network network(Checkpoint checkpoint, FilmPlan plan) {
    TransformerConfig transformer = checkpoint.transformerConfig();
    return new SkippingFigures.Network(
        transformer.layers(),
        transformer.width(),
        transformer.inChannels(),
        checkpoint.family() == CheckpointKind.CONTROL,
        checkpoint.has("transformer_2") ? 2 : 1,
        plan.render().pixels());
  }

  private static int clipFrames(Clip clip, int rate, int most) {
    return Math.clamp(Math.round(clip.seconds() * rate), 0, Math.max(0, most));
  }
}
