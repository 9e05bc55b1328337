package io.wan4j.service.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** A download under way, to be broken off from another thread. */
final class Transfer {
  private HttpGet current;
  private boolean stopped;

  /** Notes the request that is about to be sent. */
  synchronized void now(HttpGet request) throws IOException {
    if (stopped) {
      throw new InterruptedIOException("the download was broken off");
    }
    current = request;
  }

  /** Breaks the download off; its connection is closed and not used again. */
  synchronized void stop() {
    stopped = true;
    if (current != null) {
      current.cancel();
    }
  }
}
