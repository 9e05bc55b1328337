package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The web page where people make films. Its files are for anyone; what it shows it asks of the same
 * routes as any client, with a key.
 */
final class StudioRoutes {
  /** The page needs nothing from elsewhere, and no word in it may become a script. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; object-src 'none';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> SAFETY =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
          "Vary", "Accept-Encoding",
          // Asked for anew each time, and answered by 304 while the program is the same.
          "Cache-Control", "no-cache");

  private final Map<String, StudioFile> files = new ConcurrentHashMap<>();
  private final Runnable opened;

  /**
   * @param opened told whenever somebody opens the page; must be quick
   */
  StudioRoutes(Runnable opened) {
    this.opened = opened;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/", this::open),
        Route.get("/studio/<path>", context -> send(context, context.pathParam("path"))));
  }

  private void open(Context context) {
    opened.run();
    send(context, "index.html");
  }

  private void send(Context context, String path) {
    StudioFile file = file(path);
    SAFETY.forEach(context::header);
    context.header("ETag", file.tag());
    if (file.tag().equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType(file.type());
    String accepted = context.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip").result(file.packed());
    } else {
      context.result(file.plain());
    }
  }

  /** Only what there is is remembered, so that strangers cannot fill the memory. */
  private StudioFile file(String path) {
    StudioFile known = files.get(path);
    if (known != null) {
      return known;
    }
    StudioFile found =
        StudioFile.find(path)
            .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.NOT_FOUND)));
    files.put(path, found);
    return found;
  }
}
