package io.wan4j.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.CreatePath;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.reply.TaskListReply;
import io.wan4j.protocol.reply.TaskReply;
import io.wan4j.service.store.SignedLinks;
import io.wan4j.service.task.TaskPage;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tasks of the service in the words of the wire. */
final class TaskBodies {
  private static final JsonMapper JSON = new JsonMapper();

  /** One to two days from now. */
  private static final Duration KEPT_LINK = Duration.ofDays(2);

  private final SignedLinks links;
  private final Catalogue catalogue;
  private final String region;
  private final Clock clock;

  /**
   * @param region as clients see it
   */
  TaskBodies(SignedLinks links, Catalogue catalogue, String region, Clock clock) {
    this.links = links;
    this.catalogue = catalogue;
    this.region = region;
    this.clock = clock;
  }

  /**
   * The reply to a query of one task.
   *
   * @param address what links begin with
   */
  TaskReply reply(TaskRecord task, String address) {
    return switch (task.state()) {
      case TaskState.Pending() -> new TaskReply.Pending(task.id(), task.submitted());
      case TaskState.Running running ->
          new TaskReply.Running(task.id(), task.submitted(), running.scheduledAt());
      case TaskState.Succeeded done -> succeeded(task, done, address);
      case TaskState.Failed failed ->
          new TaskReply.Failed(
              task.id(),
              task.submitted(),
              failed.scheduledAt(),
              failed.endedAt(),
              // The status is not shown: a failed task is answered with 200.
              new WireError(400, failed.code(), failed.message()));
      case TaskState.Canceled canceled ->
          new TaskReply.Canceled(task.id(), task.submitted(), canceled.endedAt());
    };
  }

  private TaskReply succeeded(TaskRecord task, TaskState.Succeeded done, String address) {
    TaskState.Film film = done.film();
    return new TaskReply.Succeeded(
        task.id(),
        task.submitted(),
        done.scheduledAt(),
        done.endedAt(),
        film.origPrompt(),
        film.actualPrompt().isEmpty()
            ? new TaskReply.ActualPrompt.Untold()
            : new TaskReply.ActualPrompt.Told(film.actualPrompt()),
        address + FileRoutes.PREFIX + links.sign(film.artifact(), linkExpires(task)),
        usage(film));
  }

  /** A link to a film that is kept is as short-lived as any; the same for a day. */
  private Instant linkExpires(TaskRecord task) {
    return task.isKept()
        ? clock.instant().truncatedTo(ChronoUnit.DAYS).plus(KEPT_LINK)
        : task.expires();
  }

  private static ObjectNode usage(TaskState.Film film) {
    try {
      return (ObjectNode) JSON.readTree(film.usageJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the usage of " + film.artifact() + " is not JSON", e);
    }
  }

  String region() {
    return region;
  }

  TaskListReply list(TaskPage page) {
    return new TaskListReply(
        page.tasks().stream().map(this::row).toList(),
        Math.toIntExact(page.total()),
        page.pageNo(),
        page.pageSize());
  }

  private TaskListReply.Row row(TaskRecord task) {
    CreatePath path =
        catalogue.find(task.model()).map(ModelCard::path).orElse(CreatePath.VIDEO_GENERATION);
    return new TaskListReply.Row(
        task.id(),
        task.requestId(),
        task.status(),
        task.model(),
        path.wireName(),
        region,
        task.keyId(),
        task.account(),
        times(task));
  }

  private static TaskListReply.Times times(TaskRecord task) {
    return switch (task.state()) {
      case TaskState.Pending() -> new TaskListReply.Times.Waiting(task.submitted());
      case TaskState.Running running ->
          new TaskListReply.Times.Started(task.submitted(), running.scheduledAt());
      case TaskState.Succeeded done ->
          new TaskListReply.Times.Ended(task.submitted(), done.scheduledAt(), done.endedAt());
      case TaskState.Failed failed ->
          new TaskListReply.Times.Ended(task.submitted(), failed.scheduledAt(), failed.endedAt());
      case TaskState.Canceled canceled ->
          new TaskListReply.Times.NeverStarted(task.submitted(), canceled.endedAt());
    };
  }
}
