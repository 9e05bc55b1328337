package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.service.VideoService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What operators and their tools ask for; no key is needed. */
final class OperationRoutes {
  private static final String DOCUMENT = "openapi.json";

  private final VideoService service;
  private final Metrics metrics;
  private final byte[] document;

  OperationRoutes(VideoService service, Metrics metrics) {
    this.service = service;
    this.metrics = metrics;
    this.document = document();
  }

  List<Route> routes() {
    return List.of(
        Route.get("/health", this::health),
        Route.get("/metrics", this::metrics),
        Route.get("/openapi.json", context -> context.result(document)));
  }

  private void health(Context context) {
    boolean up = service.isHealthy();
    ObjectNode body = Reply.object(context);
    body.put("status", up ? "up" : "down");
    Reply.send(context, up ? 200 : 503, body);
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
  }

  private static byte[] document() {
    try (InputStream in = OperationRoutes.class.getResourceAsStream(DOCUMENT)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DOCUMENT, e);
    }
  }
}
