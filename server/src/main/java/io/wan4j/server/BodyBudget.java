package io.wan4j.server;

import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that request bodies may take at a time, all of them together. Bodies with pictures in
 * them are large, and each is held whole until its task is written down.
 */
final class BodyBudget {
  private static final int UNIT = 1024;

  /** Bodies of words alone are not counted: they are small beside what a connection takes. */
  private static final int UNCOUNTED = 64 * 1024;

  /** A body is parsed and written down again, which takes several times its size. */
  private static final int SHARE_OF_HEAP = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore units;
  private final long largestBody;
  private final Duration patience;

  /** Given back when the body is not needed any more. */
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param bytes of all bodies together; raised to one largest body
   * @param largestBody in bytes
   * @param patience how long a request waits for its turn
   */
  BodyBudget(long bytes, long largestBody, Duration patience) {
    this.units = new Semaphore(units(Math.max(bytes, largestBody)), true);
    this.largestBody = largestBody;
    this.patience = patience;
  }

  /** A budget for this process, by the size its heap may reach. */
  static BodyBudget ofHeap(long largestBody) {
    return new BodyBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, largestBody, PATIENCE);
  }

  /**
   * Waits until a body has room.
   *
   * @param length as the request says; negative when it does not, then the largest counts
   * @throws WireException 429 when there was no room for long
   */
  Part take(long length) {
    long bytes = length < 0 ? largestBody : Math.min(length, largestBody);
    if (bytes <= UNCOUNTED) {
      return () -> {};
    }
    int wanted = units(bytes);
    try {
      if (!units.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new WireException(WireErrors.get(ErrorName.RATE_QUOTA));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WireException(WireErrors.get(ErrorName.RATE_QUOTA));
    }
    return () -> units.release(wanted);
  }

  private static int units(long bytes) {
    return Math.toIntExact((bytes + UNIT - 1) / UNIT);
  }
}
