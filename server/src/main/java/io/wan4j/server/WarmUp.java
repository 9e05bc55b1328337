package io.wan4j.server;

import io.wan4j.service.work.Storyboards;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes storyboards quick in the background, once, when the studio is first opened: whoever opens
 * it takes longer to sign in and write than this takes, and a server without visitors pays nothing.
 */
final class WarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

  private final Thread work;
  private volatile boolean closed;

  WarmUp(Storyboards storyboards) {
    this.work = Thread.ofPlatform().daemon().name("warm-up").unstarted(() -> run(storyboards));
  }

  synchronized void begin() {
    if (!closed && work.getState() == Thread.State.NEW) {
      work.start();
    }
  }

  private void run(Storyboards storyboards) {
    try {
      storyboards.warmUp(() -> !closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Whoever asks for a storyboard is told the same.
      LOG.warn("storyboards could not be made ready", e);
    }
  }

  /** Waits for the step under way: a dictionary that is interrupted while it is read stays shut. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (work.isAlive()) {
        work.join(LONGEST_STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
