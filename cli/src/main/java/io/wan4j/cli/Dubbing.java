package io.wan4j.cli;

import io.wan4j.engine.Brief;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.previz.PromptReading;
import io.wan4j.engine.previz.sound.FilmScore;
import io.wan4j.engine.previz.sound.PendingSound;
import io.wan4j.engine.wan.Score;
import io.wan4j.sound.Speech;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sound of films whose pictures come from networks: what the prompt says is to be heard. */
final class Dubbing implements Score {
  private final PromptReading reading = new PromptReading();
  private final Speech speech;
  private final FilmScore score;
  private final ExecutorService composer =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("dubbing").unstarted(task));

  /**
   * @param speech speaks the lines; closed with this
   */
  Dubbing(Speech speech) {
    this.speech = speech;
    this.score = new FilmScore(speech);
  }

  @Override
  public SoundSource compose(Brief brief) {
    return new PendingSound(composer.submit(() -> score.compose(brief, reading.apply(brief))));
  }

  @Override
  public void close() {
    composer.shutdownNow();
    speech.close();
  }
}
