package io.wan4j.server;

import java.util.Objects;

/**
 * How the server listens.
 *
 * @param host address to bind; {@code 127.0.0.1} lets in this machine only
 * @param port 0 for any free one
 * @param largestBody bytes of a JSON body; pictures may stand in it as data URIs
 * @param mostEventStreams streams of task events open at a time
 */
public record ServerSettings(String host, int port, long largestBody, int mostEventStreams) {
  /** Three pictures of the largest size in base64, and words. */
  public static final long USUAL_LARGEST_BODY = 96L * 1024 * 1024;

  public static final int USUAL_PORT = 8080;

  public static final ServerSettings DEFAULTS =
      new ServerSettings("127.0.0.1", USUAL_PORT, USUAL_LARGEST_BODY, 64);

  public ServerSettings {
    Objects.requireNonNull(host, "host is null");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
    if (largestBody < 1024 || largestBody > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "the largest body must be 1024 to 2147483631 bytes, was " + largestBody);
    }
    if (mostEventStreams < 0) {
      throw new IllegalArgumentException(
          "event streams must be at least 0, was " + mostEventStreams);
    }
  }

  /** The same on another port. */
  public ServerSettings withPort(int other) {
    return new ServerSettings(host, other, largestBody, mostEventStreams);
  }

  /** The same on another address. */
  public ServerSettings withHost(String other) {
    return new ServerSettings(other, port, largestBody, mostEventStreams);
  }

  /** The same with another limit on JSON bodies. */
  public ServerSettings withLargestBody(long bytes) {
    return new ServerSettings(host, port, bytes, mostEventStreams);
  }
}
