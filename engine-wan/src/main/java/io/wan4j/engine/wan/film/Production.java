package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.CheckpointChoice;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.cache.SkippingFigures;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.recipe.NegativePrompts;
import io.wan4j.engine.wan.recipe.Recipe;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** Turns briefs into films: chooses the checkpoint, plans, and sets a device to work. */
public final class Production implements AutoCloseable {
  /** Frames that wait between decoding and encoding; a group of the autoencoder is four. */
  private static final int WAITING = 8;

  /** Both sides of a frame are multiples of the autoencoder's factor and the patches of two. */
  private static final int PATCH = 2;

  private final WanSettings settings;
  private final CheckpointChoice choice;
  private final Torch torch;
  private final SkippingFigures skippingFigures = SkippingFigures.load();
  private final NegativePrompts negativePrompts = NegativePrompts.load();
  private final PromptShots shots = new PromptShots();
  private final LatentStore store;
  private final Devices devices;
  private final Map<Brief, String> keys = new ConcurrentHashMap<>();

  public Production(WanSettings settings, CheckpointChoice choice, Clock clock) {
    this.settings = settings;
    this.choice = choice;
    this.torch = Torch.load();
    this.store = new LatentStore(settings.folder().resolve("latents"), clock);
    this.devices = new Devices(settings.devices());
  }

  /** Films at a time. */
  public int devices() {
    return devices.count();
  }

  /** What a film will cost. */
  public Estimate estimate(Brief brief) {
    Assignment assignment = assign(brief, Givens.outline(brief), devices.first());
    return Effort.of(
        assignment.plan(), assignment.recipe(), assignment.checkpoint(), assignment.precision());
  }

  /** Begins a film. */
  public Take begin(Brief brief, Progress progress, Optional<SoundSource> sound) {
    Devices.Place place = devices.reserve();
    try {
      Assignment assignment = assign(brief, Givens.of(brief), place.device());
      String key = assignment.key();
      keys.put(brief, key);
      FrameQueue queue = new FrameQueue(WAITING, progress);
      Future<?> run = place.work(new FilmRun(assignment, key, place.lot(), store, queue, progress));
      return new WanTake(brief, assignment.givens(), assignment.plan(), queue, run, sound);
    } catch (RuntimeException e) {
      place.giveBack();
      throw e;
    }
  }

  /** Nobody will ask for this film again: what is kept of it may go. */
  public void forget(Brief brief) {
    String key = keys.remove(brief);
    if (key != null) {
      store.forget(key);
    }
  }

  private Assignment assign(Brief brief, Givens givens, Device device) {
    try {
      CheckpointChoice.Chosen chosen = choice.choose(brief, givens::fit, givens.needs());
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
                  recipe, checkpoint.vaeConfig().spatialFactor() * PATCH, kind.overlap()));
      String negative =
          brief.negativePrompt().isBlank()
              ? negativePrompts.of(kind, recipe)
              : brief.negativePrompt();
      Studio.Precision precision = precision(device);
      return new Assignment(
          brief,
          givens,
          plan,
          checkpoint,
          recipe,
          precision,
          chosen.frugal() ? Rung.FRUGAL : Rung.RESIDENT,
          negative,
          skippingFigures.caching(
              recipe.skipping(), recipe.passes(), recipe.guided(), network(checkpoint, plan)));
    } catch (CheckpointException e) {
      throw new EngineException(e.getMessage(), e);
    }
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

  /** 16 bits where the device multiplies them fast. */
  private Studio.Precision precision(Device device) {
    boolean fast = !device.isCpu() || torch.hasFastBf16();
    DType type = settings.type().orElse(fast ? DType.BFLOAT16 : DType.FLOAT32);
    return new Studio.Precision(type, type, device);
  }

  @Override
  public void close() {
    devices.close();
  }
}
