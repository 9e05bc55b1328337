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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Server-sent events (WHATWG HTML, 9.2): a state is looked at again and again, changes are sent.
 */
final class EventStreams implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(250);

  /** A comment this often keeps proxies from closing a quiet stream. */
  private static final int STEPS_BETWEEN_COMMENTS = 40;

  /** The longest a task may take at the cloud, and a little more. */
  private static final Duration LONGEST = Duration.ofHours(4);

  private final Semaphore places;
  private final CountDownLatch closing = new CountDownLatch(1);

  EventStreams(int most) {
    this.places = new Semaphore(most);
  }

  /**
   * What is told.
   *
   * @param last whether nothing will follow
   */
  record Snapshot(JsonNode body, boolean last) {}

  /**
   * Sends events named {@code task} until the last one, the client's leaving or the server's end.
   *
   * @throws WireException 429 when too many streams are open
   */
  void send(Context context, Supplier<Snapshot> state) throws IOException {
    if (!places.tryAcquire()) {
      throw new WireException(WireErrors.get(ErrorName.RATE_QUOTA));
    }
    try {
      stream(context, state);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void stream(Context context, Supplier<Snapshot> state)
      throws IOException, InterruptedException {
    Snapshot now = state.get();
    context
        .status(200)
        .contentType("text/event-stream; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    OutputStream out = context.res().getOutputStream();
    write(out, event(now));
    JsonNode sent = now.body();
    long steps = LONGEST.dividedBy(STEP);
    for (long step = 1; step < steps && !now.last(); step++) {
      if (closing.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      now = state.get();
      if (!now.body().equals(sent)) {
        write(out, event(now));
        sent = now.body();
      } else if (step % STEPS_BETWEEN_COMMENTS == 0) {
        write(out, ":\n\n");
      }
    }
  }

  private static String event(Snapshot snapshot) {
    return "event: task\ndata: " + snapshot.body() + "\n\n";
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
