package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.Replies;
import io.wan4j.service.DryRun;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.TaskRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ordering films. Both paths take every model: the Java SDK stays on image2video once it has sent a
 * kf2v model there (SDK notes, what a server needs, 1).
 */
final class CreateRoutes {
  private static final String DRY_RUN = "X-Wan4j-Dry-Run";
  private static final String VIDEO_SECONDS = "X-Wan4j-Video-Seconds";

  /** Up to twenty numbers below ten thousand. */
  private static final Pattern LENGTHS =
      Pattern.compile("\\d{1,4}(\\.\\d{1,3})?(\\s*,\\s*\\d{1,4}(\\.\\d{1,3})?){0,19}");

  private final VideoService service;
  private final Access access;
  private final long largestBody;
  private final BodyBudget budget;

  CreateRoutes(VideoService service, Access access, long largestBody) {
    this.service = service;
    this.access = access;
    this.largestBody = largestBody;
    this.budget = BodyBudget.ofHeap(largestBody);
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/services/aigc/video-generation/video-synthesis", this::create),
        Route.post("/api/v1/services/aigc/image2video/video-synthesis", this::create));
  }

  private void create(Context context) throws IOException {
    Caller caller = access.caller(context);
    if (!"enable".equalsIgnoreCase(header(context, "X-DashScope-Async"))) {
      throw new WireException(WireErrors.get(ErrorName.SYNCHRONOUS_CALL));
    }
    try (BodyBudget.Part _ = budget.take(context.req().getContentLengthLong())) {
      create(context, caller);
    }
  }

  private void create(Context context, Caller caller) throws IOException {
    SynthesisRequest request = SynthesisRequest.parse(body(context));
    if ("true".equalsIgnoreCase(header(context, DRY_RUN))) {
      DryRun found = service.dryRun(request, videoSeconds(context));
      Reply.send(context, 200, DryRunBody.of(found, RequestId.of(context)));
      return;
    }
    TaskRecord task = service.tasks().submit(caller, request, RequestId.of(context));
    Reply.send(context, 200, Replies.created(RequestId.of(context), task.id()));
  }

  /** Lengths that the client knows, such as {@code 4.2, 3}; what is no length is passed over. */
  private static List<Double> videoSeconds(Context context) {
    String header = header(context, VIDEO_SECONDS);
    if (!LENGTHS.matcher(header).matches()) {
      return List.of();
    }
    return Arrays.stream(header.split("\\s*,\\s*")).map(Double::valueOf).toList();
  }

  private byte[] body(Context context) throws IOException {
    byte[] body = new byte[0];
    boolean fits = context.req().getContentLengthLong() <= largestBody;
    if (fits) {
      body = context.req().getInputStream().readNBytes(Math.toIntExact(largestBody + 1));
      fits = body.length <= largestBody;
    }
    if (!fits) {
      Leftover.discard(context);
      throw new WireException(WireErrors.get(ErrorName.TOO_LARGE));
    }
    return body;
  }

  private static String header(Context context, String name) {
    String value = context.header(name);
    return value == null ? "" : value.strip();
  }
}
