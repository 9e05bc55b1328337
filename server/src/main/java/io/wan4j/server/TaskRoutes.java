package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.Replies;
import io.wan4j.protocol.reply.TaskReply;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.CancelResult;
import io.wan4j.service.task.TaskDesk;
import io.wan4j.service.task.TaskPage;
import io.wan4j.service.task.TaskQuery;
import java.time.Clock;
import java.util.List;

/** Asking for tasks and taking them back (DashScope reference, managing asynchronous tasks). */
final class TaskRoutes {
  private final TaskDesk desk;
  private final TaskBodies bodies;
  private final Access access;
  private final PublicAddress address;
  private final Clock clock;

  TaskRoutes(TaskDesk desk, TaskBodies bodies, Access access, PublicAddress address, Clock clock) {
    this.desk = desk;
    this.bodies = bodies;
    this.access = access;
    this.address = address;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/tasks", this::list),
        Route.get("/api/v1/tasks/{task_id}", this::query),
        Route.post("/api/v1/tasks/{task_id}/cancel", this::cancel));
  }

  /** Always 200: a task that cannot be found has the status UNKNOWN. */
  private void query(Context context) {
    Caller caller = access.caller(context);
    String id = context.pathParam("task_id");
    TaskReply reply =
        desk.find(caller, id)
            .map(task -> bodies.reply(task, address.of(context)))
            .orElseGet(() -> new TaskReply.Unknown(id));
    Reply.send(context, 200, reply.toJson(RequestId.of(context)));
  }

  private void list(Context context) {
    Caller caller = access.caller(context);
    TaskQuery query = ListFilter.of(context, clock.instant());
    String region = context.queryParam("region");
    TaskPage page =
        region == null || region.isBlank() || region.strip().equals(bodies.region())
            ? desk.list(caller, query)
            : new TaskPage(List.of(), 0, 0, query.pageNo(), query.pageSize());
    Reply.send(context, 200, bodies.list(page).toJson(RequestId.of(context)));
  }

  /** The body, if there is one, is not looked at. */
  private void cancel(Context context) {
    Caller caller = access.caller(context);
    if (desk.cancel(caller, context.pathParam("task_id")) != CancelResult.CANCELED) {
      throw new WireException(WireErrors.get(ErrorName.CANCEL_NOT_PENDING));
    }
    Reply.send(context, 200, Replies.canceled(RequestId.of(context)));
  }
}
