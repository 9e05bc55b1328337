package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that sends bytes as they are and reads nothing until it has sent them all. */
final class RawSocket {
  private static final int LONGEST_MILLIS = 15_000;

  private RawSocket() {}

  /** Sends bytes, ends the sending side, and reads until the server closes. */
  static String send(WanServer server, byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(LONGEST_MILLIS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      ByteArrayOutputStream reply = new ByteArrayOutputStream();
      try (InputStream in = socket.getInputStream()) {
        in.transferTo(reply);
      } catch (SocketException e) {
        // A server may reset a connection that sent more than it read; what came first counts.
        assertThat(e.getMessage()).containsIgnoringCase("reset");
      }
      return reply.toString(StandardCharsets.UTF_8);
    }
  }
}
