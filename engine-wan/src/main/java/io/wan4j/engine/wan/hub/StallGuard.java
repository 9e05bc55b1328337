package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream on which nothing has come for too long, which ends the read that waits for it.
 */
final class StallGuard implements AutoCloseable {
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean moved;

  StallGuard(InputStream stream, Duration patience) {
    Thread.ofVirtual().start(() -> watch(stream, patience));
  }

  void progressed() {
    moved = true;
  }

  private void watch(InputStream stream, Duration patience) {
    try {
      while (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!moved) {
          stream.close();
          return;
        }
        moved = false;
      }
    } catch (IOException e) {
      return; // it is gone as it should be
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
