package io.wan4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events (WHATWG HTML, 9.2): a state is looked at again and again, changes are sent.
 */
final class EventStreams implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(250);

  /** A comment this often keeps proxies from closing a quiet stream. */
  private static final int STEPS_BETWEEN_COMMENTS = 40;

  private static final String COMMENT = ":\n\n";

  /** The longest a task may take at the cloud, and a little more. */
  private static final Duration LONGEST = Duration.ofHours(4);

  private final Semaphore places;
  private final CountDownLatch closing = new CountDownLatch(1);

  EventStreams(int most) {
    this.places = new Semaphore(most);
  }

  /** What a stream tells. */
  interface Source {
    /** What has changed since this was last asked; everything of interest at first. */
    List<JsonNode> changes();

    /** Whether nothing will follow. */
    boolean isOver();
  }

  /**
   * Sends events named {@code task} until the last one, the client's leaving or the server's end.
   *
   * @throws WireException 429 when too many streams are open
   */
  void send(Context context, Source source) throws IOException {
    if (!places.tryAcquire()) {
      throw new WireException(WireErrors.get(ErrorName.RATE_QUOTA));
    }
    try {
      stream(context, source);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void stream(Context context, Source source) throws IOException, InterruptedException {
    // Asked before anything is sent, because what it throws is answered as an error.
    List<JsonNode> changes = source.changes();
    context
        .status(200)
        .contentType("text/event-stream; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    OutputStream out = context.res().getOutputStream();
    if (changes.isEmpty()) {
      // The headers go with the first bytes, and the client shall know that it is heard.
      write(out, COMMENT);
    }
    long steps = LONGEST.dividedBy(STEP);
    int quiet = 0;
    for (long step = 0; step < steps; step++) {
      for (JsonNode change : changes) {
        write(out, "event: task\ndata: " + change + "\n\n");
      }
      quiet = changes.isEmpty() ? quiet + 1 : 0;
      if (quiet > 0 && quiet % STEPS_BETWEEN_COMMENTS == 0) {
        write(out, COMMENT);
      }
      if (source.isOver() || closing.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      changes = source.changes();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Ends all streams within a step. */
  @Override
  public void close() {
    closing.countDown();
  }
}
