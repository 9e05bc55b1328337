package io.wan4j.engine.previz.sound;

import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.SoundSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A sound that is still being composed while the first frames are painted. */
public final class PendingSound implements SoundSource {
  private static final long LIMIT_SECONDS = 120;

  private final Future<SoundSource> coming;

  public PendingSound(Future<SoundSource> coming) {
    this.coming = coming;
  }

  @Override
  public int read(float[] stereo, int offset, int count) {
    return await().read(stereo, offset, count);
  }

  private SoundSource await() {
    try {
      return coming.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | CancellationException e) {
      throw new CancelledException();
    } catch (TimeoutException e) {
      throw new EngineException(
          "the film's sound was not composed within " + LIMIT_SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new EngineException("the film's sound could not be composed", e.getCause());
    }
  }

  @Override
  public void close() {
    if (coming.cancel(true)) {
      return;
    }
    if (coming.state() == Future.State.SUCCESS) {
      coming.resultNow().close();
    }
  }
}
