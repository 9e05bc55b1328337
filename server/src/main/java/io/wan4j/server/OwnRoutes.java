package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.Replies;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.Caller;
import io.wan4j.service.ledger.LedgerSummary;
import io.wan4j.service.task.StopResult;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.work.TaskPreview;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What the cloud lacks: progress, a look at the unfinished film, stopping a film that is being
 * made, and what all of it cost.
 */
final class OwnRoutes {
  private final VideoService service;
  private final FilmBodies bodies;
  private final Access access;
  private final EventStreams streams;
  private final Clock clock;

  OwnRoutes(
      VideoService service, FilmBodies bodies, Access access, EventStreams streams, Clock clock) {
    this.service = service;
    this.bodies = bodies;
    this.access = access;
    this.streams = streams;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/wan4j/v1/tasks/{task_id}", this::progress),
        Route.get("/wan4j/v1/tasks/{task_id}/events", this::events),
        Route.get("/wan4j/v1/tasks/{task_id}/preview", this::preview),
        Route.post("/wan4j/v1/tasks/{task_id}/stop", this::stop),
        Route.get("/wan4j/v1/events", this::allEvents),
        Route.get("/wan4j/v1/usage", this::usage));
  }

  private void progress(Context context) {
    TaskRecord task = find(context, access.caller(context));
    Reply.send(context, 200, bodies.body(context, task));
  }

  private TaskRecord find(Context context, Caller caller) {
    return service
        .tasks()
        .find(caller, context.pathParam("task_id"))
        .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.NOT_FOUND)));
  }

  private void preview(Context context) {
    TaskRecord task = find(context, access.caller(context));
    TaskPreview latest =
        service
            .preview(task)
            .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.NOT_FOUND)));
    // Without this the picture's type would be given the charset of JSON.
    context.res().setCharacterEncoding((String) null);
    context
        .status(200)
        .contentType("image/jpeg")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .result(latest.picture().jpeg());
  }

  private void events(Context context) throws IOException {
    Caller caller = access.caller(context);
    streams.send(
        context, new OneFilm(() -> find(context, caller), task -> bodies.body(context, task)));
  }

  /** Events of all tasks of the account in one stream: browsers open few streams to one server. */
  private void allEvents(Context context) throws IOException {
    Caller caller = access.caller(context);
    streams.send(
        context,
        new AllFilms(
            since -> service.films().moving(caller, since),
            task -> bodies.body(context, task),
            () -> access.admits(context),
            clock));
  }

  private void stop(Context context) {
    Caller caller = access.caller(context);
    StopResult result = service.tasks().requestStop(caller, context.pathParam("task_id"));
    if (result == StopResult.NOT_FOUND) {
      throw new WireException(WireErrors.get(ErrorName.NOT_FOUND));
    }
    if (result == StopResult.ENDED) {
      throw new WireException(WireErrors.get(ErrorName.UNSUPPORTED_OPERATION));
    }
    Reply.send(context, 200, Replies.canceled(RequestId.of(context)));
  }

  private void usage(Context context) {
    Caller caller = access.caller(context);
    ObjectNode body = Reply.object(context);
    ArrayNode rows = body.putArray("usage");
    for (LedgerSummary sum :
        service.ledger().summary(caller.account(), Instant.EPOCH, clock.instant())) {
      rows.addObject()
          .put("api_key_id", sum.keyId())
          .put("model_name", sum.model())
          .put("films", sum.films())
          .put("seconds", sum.seconds())
          .put("price", sum.price())
          .put("currency", sum.currency());
    }
    Reply.send(context, 200, body);
  }
}
