package io.wan4j.engine.previz;

import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.scene.Mouths;
import io.wan4j.engine.previz.sound.FilmScore;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Mouths that move with lines that are still being spoken in the background: the first frame that
 * needs them waits.
 *
 * @param coming the spoken lines
 */
record SpokenMouths(Future<List<FilmScore.SpokenMouth>> coming, Storyboard storyboard)
    implements Mouths {
  private static final long LONGEST_WAIT_SECONDS = 60;

  @Override
  public double open(String name, double second) {
    for (FilmScore.SpokenMouth mouth : spoken()) {
      String speaker = mouth.speaker().isEmpty() ? leadAt(mouth.start()) : mouth.speaker();
      double open = speaker.equalsIgnoreCase(name) ? mouth.track().at(second - mouth.start()) : 0;
      if (open > 0) {
        return open;
      }
    }
    return 0;
  }

  /** Lines without a speaker are the lead's. */
  private String leadAt(double second) {
    Shot shot = storyboard.at(second);
    return shot.cast().isEmpty() ? "" : shot.cast().getFirst().noun();
  }

  private List<FilmScore.SpokenMouth> spoken() {
    try {
      return coming.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new EngineException(
          "the lines of the film were not spoken within " + LONGEST_WAIT_SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new EngineException("the lines of the film could not be spoken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
