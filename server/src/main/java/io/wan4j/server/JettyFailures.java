package io.wan4j.server;

import io.wan4j.protocol.reply.Replies;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty refuses before a route is looked for (a malformed request line, a header that is too
 * large) answered in JSON like everything else, without a word of Jetty's own.
 */
final class JettyFailures extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Reply.JSON_TYPE);
    // Jetty closes after these without saying so; a client would send its next request into the
    // void.
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    byte[] body = Reply.bytes(Replies.error(UUID.randomUUID().toString(), Failures.ofStatus(code)));
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
