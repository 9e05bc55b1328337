package io.wan4j.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.Replies;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.FilmSearch;
import io.wan4j.service.task.KeepResult;
import io.wan4j.service.task.TaskPage;
import io.wan4j.service.task.TaskRecord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looking through films, making one again, and keeping one longer than the cloud would. */
final class FilmRoutes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int USUAL_PAGE = 24;

  private final VideoService service;
  private final FilmBodies bodies;
  private final Access access;

  FilmRoutes(VideoService service, FilmBodies bodies, Access access) {
    this.service = service;
    this.bodies = bodies;
    this.access = access;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/wan4j/v1/tasks", this::search),
        Route.get("/wan4j/v1/tasks/{task_id}/request", this::request),
        Route.post("/wan4j/v1/tasks/{task_id}/retry", this::retry),
        Route.post("/wan4j/v1/tasks/{task_id}/keep", context -> keep(context, true)),
        Route.post("/wan4j/v1/tasks/{task_id}/let-go", context -> keep(context, false)));
  }

  private void search(Context context) {
    Caller caller = access.caller(context);
    FilmSearch search =
        new FilmSearch(
            text(context, "q"),
            statuses(text(context, "status")),
            "true".equals(text(context, "kept")),
            number(context, "page_no", 1, Integer.MAX_VALUE),
            number(context, "page_size", USUAL_PAGE, 100));
    TaskPage page = service.films().search(caller, search);
    ObjectNode body = Reply.object(context);
    body.put("total", page.total())
        .put("total_page", page.totalPages())
        .put("page_no", page.pageNo())
        .put("page_size", page.pageSize());
    ArrayNode tasks = body.putArray("tasks");
    page.tasks().forEach(task -> tasks.add(bodies.body(context, task)));
    Reply.send(context, 200, body);
  }

  private static Set<TaskStatus> statuses(String text) {
    if (text.isEmpty()) {
      return EnumSet.allOf(TaskStatus.class);
    }
    try {
      return Arrays.stream(text.split(","))
          .map(word -> TaskStatus.valueOf(word.strip()))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "status"), e);
    }
  }

  private static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.strip();
  }

  private static int number(Context context, String name, int usual, int most) {
    String text = text(context, name);
    if (text.isEmpty()) {
      return usual;
    }
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, name));
    }
    return number;
  }

  /** The body that ordered the task, as it came. */
  private void request(Context context) {
    Caller caller = access.caller(context);
    ObjectNode body = Reply.object(context);
    body.set("request", tree(find(caller, context).toJson()));
    Reply.send(context, 200, body);
  }

  private SynthesisRequest find(Caller caller, Context context) {
    return service
        .tasks()
        .request(caller, context.pathParam("task_id"))
        .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.NOT_FOUND)));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that was kept is not JSON", e);
    }
  }

  /** The same order again, as a new task. */
  private void retry(Context context) {
    Caller caller = access.caller(context);
    SynthesisRequest request = find(caller, context);
    TaskRecord task = service.tasks().submit(caller, request, RequestId.of(context));
    Reply.send(context, 200, Replies.created(RequestId.of(context), task.id()));
  }

  private void keep(Context context, boolean keep) {
    Caller caller = access.caller(context);
    String id = context.pathParam("task_id");
    KeepResult result = keep ? service.films().keep(caller, id) : service.films().letGo(caller, id);
    switch (result) {
      case NOT_FOUND -> throw new WireException(WireErrors.get(ErrorName.NOT_FOUND));
      case NO_FILM -> throw new WireException(WireErrors.get(ErrorName.UNSUPPORTED_OPERATION));
      case DONE ->
          Reply.send(
              context, 200, bodies.body(context, service.tasks().find(caller, id).orElseThrow()));
    }
  }
}
