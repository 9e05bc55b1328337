package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.service.store.ArtifactStore;
import io.wan4j.service.store.LinkState;
import io.wan4j.service.store.SignedLinks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Finished films behind signed links; no key is asked for, and ranges are served. */
final class FileRoutes {
  /** What links begin with, after the server's address. */
  static final String PREFIX = "/files/";

  private static final int CHUNK = 64 * 1024;

  private final ArtifactStore store;
  private final SignedLinks links;

  FileRoutes(ArtifactStore store, SignedLinks links) {
    this.store = store;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.get(PREFIX + "<path>", context -> serve(context, true)),
        Route.head(PREFIX + "<path>", context -> serve(context, false)));
  }

  private void serve(Context context, boolean withBody) throws IOException {
    String key = context.pathParam("path");
    check(key, query(context, "Expires"), query(context, "Signature"));
    long size = size(key);
    String tag = "\"" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "\"";
    context
        .header("Accept-Ranges", "bytes")
        .header("ETag", tag)
        .header("Cache-Control", "private, max-age=3600, immutable")
        .header("X-Content-Type-Options", "nosniff");
    switch (range(context, tag, size)) {
      case ByteRange.Whole() -> send(context, key, 200, 0, size, withBody);
      case ByteRange.Part part -> {
        context.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
        send(context, key, 206, part.first(), part.length(), withBody);
      }
      case ByteRange.Unsatisfiable() -> {
        context.header("Content-Range", "bytes */" + size);
        Reply.error(
            context, new WireError(416, "InvalidRange", "The film has " + size + " bytes."));
      }
    }
  }

  private void check(String key, String expires, String signature) {
    LinkState state = links.check(key, expires, signature);
    if (state == LinkState.VALID) {
      return;
    }
    throw new WireException(
        new WireError(
            403,
            "AccessDenied",
            state == LinkState.EXPIRED
                ? "Request has expired."
                : "The link's signature is wrong."));
  }

  private long size(String key) {
    OptionalLong size = store.size(key);
    return size.orElseThrow(() -> new WireException(WireErrors.get(ErrorName.NOT_FOUND)));
  }

  /** A range counts only for GET (RFC 9110, 14.2), and with If-Range only for the film it names. */
  private static ByteRange range(Context context, String tag, long size) {
    String condition = context.header("If-Range");
    String range = context.header("Range");
    boolean counts =
        range != null
            && context.req().getMethod().equals("GET")
            && (condition == null || condition.strip().equals(tag));
    return counts ? ByteRange.of(range.strip(), size) : new ByteRange.Whole();
  }

  private void send(
      Context context, String key, int status, long offset, long length, boolean withBody)
      throws IOException {
    // Without this the type of a film would be given the charset of JSON.
    context.res().setCharacterEncoding((String) null);
    context.status(status).contentType(type(key));
    context.res().setContentLengthLong(length);
    if (!withBody) {
      return;
    }
    // The servlet's own stream: the wrapped one would try to compress, and a film is not kept in
    // memory.
    try (InputStream film = store.open(key, offset, length)) {
      OutputStream out = context.res().getOutputStream();
      byte[] buffer = new byte[CHUNK];
      for (int count = film.read(buffer); count >= 0; count = film.read(buffer)) {
        out.write(buffer, 0, count);
      }
    }
  }

  private static String type(String key) {
    return key.endsWith(".mp4") ? "video/mp4" : "application/octet-stream";
  }

  private static String query(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }
}
