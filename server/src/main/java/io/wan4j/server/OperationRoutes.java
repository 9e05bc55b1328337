package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.service.ServiceException;
import io.wan4j.service.VideoService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators and their tools ask for; no key is needed. */
final class OperationRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OperationRoutes.class);
  private static final String DOCUMENT = "openapi.json";

  private final VideoService service;
  private final Metrics metrics;
  private final Clock clock;
  private final byte[] document;

  OperationRoutes(VideoService service, Metrics metrics, Clock clock) {
    this.service = service;
    this.metrics = metrics;
    this.clock = clock;
    this.document = document();
  }

  List<Route> routes() {
    return List.of(
        Route.get("/health", this::health),
        Route.get("/metrics", this::metrics),
        Route.get("/openapi.json", context -> context.result(document)));
  }

  private void health(Context context) {
    boolean up = databaseAnswers();
    ObjectNode body = Reply.object(context);
    body.put("status", up ? "up" : "down");
    Reply.send(context, up ? 200 : 503, body);
  }

  private boolean databaseAnswers() {
    Instant now = clock.instant();
    try {
      service.ledger().entries(now, now);
      return true;
    } catch (ServiceException e) {
      LOG.warn("the database does not answer: {}", e.getMessage());
      return false;
    }
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
