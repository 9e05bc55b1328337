package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.Bill;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.service.VideoService;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.work.TaskPreview;
import java.util.Arrays;

/**
 * Tasks in our own words: the cloud's reply, and beside it what people want to know. Lists, events
 * and single replies have the same shape.
 */
final class FilmBodies {
  private final TaskBodies bodies;
  private final VideoService service;
  private final PublicAddress address;

  FilmBodies(TaskBodies bodies, VideoService service, PublicAddress address) {
    this.bodies = bodies;
    this.service = service;
    this.address = address;
  }

  ObjectNode body(Context context, TaskRecord task) {
    ObjectNode body = bodies.reply(task, address.of(context)).toJson(RequestId.of(context));
    describe(body.putObject("task"), task);
    progress(context, body.putObject("progress"), task);
    if (task.state() instanceof TaskState.Failed failed) {
      explain(body.putArray("explanations"), failed);
    }
    return body;
  }

  private static void describe(ObjectNode about, TaskRecord task) {
    about
        .put("model", task.model())
        .put("prompt", task.prompt())
        .put("api_key_id", task.keyId())
        .put("submitted_at", task.submitted().toEpochMilli());
    task.state().scheduled().ifPresent(at -> about.put("started_at", at.toEpochMilli()));
    task.state().ended().ifPresent(at -> about.put("ended_at", at.toEpochMilli()));
    about.put("kept", task.isKept());
    if (task.isOver() && !task.isKept()) {
      about.put("expires_at", task.expires().toEpochMilli());
    }
    if (task.state() instanceof TaskState.Succeeded done) {
      Bill bill = done.film().bill();
      about
          .putObject("price")
          .put("total", bill.total())
          .put("seconds", bill.billedSeconds())
          .put("currency", bill.currency().getCurrencyCode());
    }
  }

  private void progress(Context context, ObjectNode progress, TaskRecord task) {
    switch (task.state()) {
      case TaskState.Pending() ->
          progress
              .put("stage", "waiting")
              .put("fraction", 0)
              .put("queue_position", service.films().ahead(task) + 1);
      case TaskState.Running running -> {
        progress
            .put("stage", running.stage())
            .put("fraction", running.fraction())
            .put("attempt", running.attempt());
        service
            .preview(task)
            .ifPresent(latest -> progress.put("preview_url", previewUrl(context, task, latest)));
      }
      case TaskState.Succeeded done -> {
        progress
            .put("stage", "done")
            .put("fraction", 1)
            .put("bytes", done.film().bytes())
            .put("frame_rate", done.film().frameRate());
        done.film().notes().forEach(progress.withArray("/notes")::add);
      }
      case TaskState.Failed failed -> progress.put("stage", "failed").put("fraction", 1);
      case TaskState.Canceled canceled -> progress.put("stage", "canceled").put("fraction", 1);
    }
  }

  /** Another one for every preview, so that whoever shows it notices and nothing old is shown. */
  private String previewUrl(Context context, TaskRecord task, TaskPreview latest) {
    return "%s/wan4j/v1/tasks/%s/preview?number=%d"
        .formatted(address.of(context), task.id(), latest.number());
  }

  private static void explain(ArrayNode explanations, TaskState.Failed failed) {
    // The status does not count when errors are looked up.
    for (WireErrors.Row row :
        WireErrors.explain(new WireError(400, failed.code(), failed.message()))) {
      explanations
          .addObject()
          .put("name", name(row))
          .put("means", row.means())
          .put("todo", row.todo());
    }
  }

  private static String name(WireErrors.Row row) {
    return Arrays.stream(ErrorName.values())
        .filter(name -> WireErrors.row(name).equals(row))
        .findFirst()
        .map(ErrorName::key)
        .orElseThrow();
  }
}
