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
import io.wan4j.service.task.TaskState;
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
  private final TaskBodies bodies;
  private final Access access;
  private final PublicAddress address;
  private final EventStreams streams;
  private final Clock clock;

  OwnRoutes(
      VideoService service,
      TaskBodies bodies,
      Access access,
      PublicAddress address,
      EventStreams streams,
      Clock clock) {
    this.service = service;
    this.bodies = bodies;
    this.access = access;
    this.address = address;
    this.streams = streams;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/wan4j/v1/tasks/{task_id}", this::progress),
        Route.get("/wan4j/v1/tasks/{task_id}/events", this::events),
        Route.get("/wan4j/v1/tasks/{task_id}/preview", this::preview),
        Route.post("/wan4j/v1/tasks/{task_id}/stop", this::stop),
        Route.get("/wan4j/v1/usage", this::usage));
  }

  private void progress(Context context) {
    TaskRecord task = find(context, access.caller(context));
    Reply.send(context, 200, body(context, task));
  }

  private TaskRecord find(Context context, Caller caller) {
    return service
        .tasks()
        .find(caller, context.pathParam("task_id"))
        .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.NOT_FOUND)));
  }

  private ObjectNode body(Context context, TaskRecord task) {
    ObjectNode body = bodies.reply(task, address.of(context)).toJson(RequestId.of(context));
    ObjectNode progress = body.putObject("progress");
    switch (task.state()) {
      case TaskState.Pending() -> progress.put("stage", "waiting").put("fraction", 0);
      case TaskState.Running running -> {
        progress
            .put("stage", running.stage())
            .put("fraction", running.fraction())
            .put("attempt", running.attempt());
        service
            .preview(task)
            .ifPresent(latest -> progress.put("preview_url", previewUrl(context, task, latest)));
      }
      case TaskState.Succeeded done ->
          progress.put("stage", "done").put("fraction", 1).put("bytes", done.film().bytes());
      case TaskState.Failed failed -> progress.put("stage", "failed").put("fraction", 1);
      case TaskState.Canceled canceled -> progress.put("stage", "canceled").put("fraction", 1);
    }
    return body;
  }

  /** Another one for every preview, so that whoever shows it notices and nothing old is shown. */
  private String previewUrl(Context context, TaskRecord task, TaskPreview latest) {
    return "%s/wan4j/v1/tasks/%s/preview?number=%d"
        .formatted(address.of(context), task.id(), latest.number());
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
        context,
        () -> {
          TaskRecord task = find(context, caller);
          return new EventStreams.Snapshot(body(context, task), task.isOver());
        });
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
