package io.wan4j.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.Replies;
import io.wan4j.service.upload.UploadRefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that goes wrong into a JSON error; what is our fault is logged in one line. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  void register(JavalinConfig config) {
    config.routes.exception(WireException.class, (e, context) -> Reply.error(context, e.error()));
    config.routes.exception(UploadRefusedException.class, UploadRoutes::refuse);
    config.routes.exception(MethodNotAllowedResponse.class, (e, context) -> wrongMethod(context));
    config.routes.exception(HttpResponseException.class, this::refused);
    config.routes.exception(Exception.class, this::broken);
    config.router.javaLangErrorHandler(this::broken);
  }

  private static void wrongMethod(Context context) {
    Reply.error(context, WireErrors.get(ErrorName.METHOD_NOT_SUPPORTED, context.req().getMethod()));
  }

  /** What Javalin refuses by itself: no such route, a body that is too large. */
  private void refused(HttpResponseException e, Context context) {
    if (e.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      broken(e, context);
    } else {
      Reply.error(context, ofStatus(e.getStatus()));
    }
  }

  /** The cloud's words for an HTTP status that a library below us chose. */
  static WireError ofStatus(int status) {
    return switch (status) {
      case 404 -> WireErrors.get(ErrorName.NOT_FOUND);
      case 413 -> WireErrors.get(ErrorName.TOO_LARGE);
      default ->
          status >= 500
              ? WireErrors.get(ErrorName.INTERNAL_ERROR)
              : new WireError(
                  Math.max(400, status),
                  WireErrors.row(ErrorName.URL_ERROR).code(),
                  WireErrors.row(ErrorName.URL_ERROR).message());
    };
  }

  private void broken(Exception e, Context context) {
    if (isAbortedByClient(e)) {
      LOG.debug("the client went away during {} {}", context.method(), context.path());
      return;
    }
    LOG.error(
        "{} {} failed, request {}", context.method(), context.path(), RequestId.of(context), e);
    // An answer that is under way is left short, which the client sees by its length.
    if (!context.res().isCommitted()) {
      Reply.error(context, WireErrors.get(ErrorName.INTERNAL_ERROR));
    }
  }

  private void broken(HttpServletResponse response, Error error) {
    String requestId = UUID.randomUUID().toString();
    LOG.error("a request failed, request {}", requestId, error);
    if (response.isCommitted()) {
      return;
    }
    try {
      response.reset();
      response.setStatus(500);
      response.setContentType(Reply.JSON_TYPE);
      response
          .getOutputStream()
          .write(Reply.bytes(Replies.error(requestId, WireErrors.get(ErrorName.INTERNAL_ERROR))));
    } catch (IOException e) {
      LOG.debug("the client went away before it could be told", e);
    }
  }

  private static boolean isAbortedByClient(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EofException) {
        return true;
      }
    }
    return e instanceof UncheckedIOException && e.getCause() instanceof EofException;
  }
}
