package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.CheckpointChoice;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.plan.Scene;
import io.wan4j.engine.wan.plan.Window;
import io.wan4j.torch.Torch;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** Turns briefs into films: has them planned, and sets a device to work. */
public final class Production implements AutoCloseable {
  /** Frames that wait between decoding and encoding; a group of the autoencoder is four. */
  private static final int WAITING = 8;

  /** Reading weights, and whatever else is no product. */
  private static final double SECONDS_BESIDE = 1;

  private final Planner planner;
  private final LatentStore store;
  private final Devices devices;
  private final Map<Brief, String> keys = new ConcurrentHashMap<>();

  public Production(WanSettings settings, CheckpointChoice choice, Clock clock) {
    this.planner = new Planner(settings, choice, Torch.load());
    this.store = new LatentStore(settings.folder().resolve("latents"), clock);
    this.devices = new Devices(settings.devices(), settings.memory());
  }

  /** Films at a time. */
  public int devices() {
    return devices.count();
  }

  /** What a film will cost on the first device. */
  public Estimate estimate(Brief brief) {
    DeviceThread device = devices.first();
    Assignment film = planner.assign(brief, Givens.outline(brief), device.memory());
    double seconds = device.speed(film.placement().type()).seconds(operations(film));
    return new Estimate(SECONDS_BESIDE + seconds, film.chosen().memory().peak());
  }

  private static double operations(Assignment film) {
    CheckpointCard card = film.chosen().card();
    int passes = film.recipe().passes() * (film.recipe().guidance() > 1 ? 2 : 1);
    double operations = 0;
    for (Scene scene : film.plan().scenes()) {
      for (Window window : scene.windows()) {
        int frames = card.transformer().framesBefore() > 0 ? window.added() : window.frames();
        FilmSize size =
            new FilmSize(film.plan().render().width(), film.plan().render().height(), frames);
        operations += Operations.of(card.transformer(), passes, card.vae(), size).total();
      }
    }
    return operations;
  }

  /** Begins a film. */
  public Take begin(Brief brief, Progress progress, Optional<SoundSource> sound) {
    Devices.Place place = devices.reserve();
    try {
      Assignment assignment = planner.assign(brief, Givens.of(brief), place.memory());
      String key = assignment.key();
      keys.put(brief, key);
      FrameQueue queue = new FrameQueue(WAITING, progress);
      Future<?> run = place.work(new FilmRun(assignment, key, place.lot(), store, queue, progress));
      return new WanTake(
          brief, assignment.givens(), assignment.plan(), queue, run, sound, Notes.of(assignment));
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

  @Override
  public void close() {
    devices.close();
  }
}
