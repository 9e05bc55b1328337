package io.wan4j.engine.wan;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.wan.film.Production;
import java.time.Clock;
import java.util.Optional;

/**
 * The engine that films with the open Wan checkpoints. One film at a time on each device; others
 * wait. Films of the same brief on the same device in the same numbers are the same.
 */
public final class WanEngine implements VideoEngine {
  private final Production production;
  private final Score score;

  /**
   * @param score makes the sound of films that shall have one made; closed with the engine
   * @throws io.wan4j.torch.TorchMissingException where there is no libtorch, with the places
   *     searched
   */
  public WanEngine(WanSettings settings, CheckpointChoice choice, Score score, Clock clock) {
    this.production = new Production(settings, choice, clock);
    this.score = score;
  }

  @Override
  public String name() {
    return "wan";
  }

  @Override
  public int filmsAtOnce() {
    return production.devices();
  }

  @Override
  public Estimate estimate(Brief brief) {
    return production.estimate(brief);
  }

  @Override
  public Take render(Brief brief, Progress progress) {
    progress.throwIfCancelled();
    Optional<SoundSource> sound =
        brief.sound() instanceof SoundPlan.Made
            ? Optional.of(score.compose(brief))
            : Optional.empty();
    try {
      return production.begin(brief, progress, sound);
    } catch (RuntimeException e) {
      sound.ifPresent(SoundSource::close);
      throw e;
    }
  }

  @Override
  public void forget(Brief brief) {
    production.forget(brief);
  }

  @Override
  public void close() {
    try (score) {
      production.close();
    }
  }
}
