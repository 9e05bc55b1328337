package io.wan4j.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is left of a body that was refused half-way. A client that is still sending would find its
 * connection reset and never read why, so that the rest is read and thrown away, within a limit.
 */
final class Leftover {
  private static final long MOST_BYTES = 128L * 1024 * 1024;
  private static final int CHUNK = 64 * 1024;

  private Leftover() {}

  static void discard(Context context) throws IOException {
    InputStream in = context.req().getInputStream();
    byte[] chunk = new byte[CHUNK];
    long read = 0;
    for (int count = in.read(chunk); count >= 0 && read < MOST_BYTES; count = in.read(chunk)) {
      read += count;
    }
  }
}
