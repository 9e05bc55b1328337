package io.wan4j.engine.wan.hub;

import io.wan4j.engine.wan.hub.PartialFile.Piece;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches pieces of one file, each by a request for its range, and goes on within a piece where a
 * connection broke off. The address that the hub redirects to is asked for anew when it has
 * expired.
 */
final class FileDownload {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+|\\*)");
  private static final int MOST_REDIRECTS = 5;
  private static final int BUFFER = 1 << 17;
  private static final int PARTIAL_CONTENT = 206;

  private final HubClient hub;
  private final URI address;
  private final HubFile file;
  private final Duration patience;
  private volatile Optional<URI> location = Optional.empty();

  /**
   * @param patience how long a connection may be silent
   */
  FileDownload(HubClient hub, HubRepository repository, HubFile file, Duration patience) {
    this.hub = hub;
    this.address = hub.address(repository, file);
    this.file = file;
    this.patience = patience;
  }

  /** Fetches a piece and notes it; bytes are reported as they come. */
  void fetch(Piece piece, PartialFile into, Retrying retrying, PullListener listener) {
    long[] at = {piece.from()};
    retrying.run(
        "fetch " + file.path() + " from " + address.getHost(),
        counter -> {
          stream(piece, at, into, counter, listener);
          into.complete(piece);
          return null;
        });
  }

  private void stream(
      Piece piece, long[] at, PartialFile into, Retrying.Counter counter, PullListener listener)
      throws IOException {
    HttpResponse<InputStream> response = open(at[0], piece.to());
    try (InputStream body = response.body();
        StallGuard guard = new StallGuard(body, patience)) {
      long skip = response.statusCode() == PARTIAL_CONTENT ? 0 : at[0];
      byte[] buffer = new byte[BUFFER];
      while (at[0] < piece.to()) {
        int wish = (int) Math.min(buffer.length, skip > 0 ? skip : piece.to() - at[0]);
        int count = body.read(buffer, 0, wish);
        if (count < 0) {
          throw new EOFException(
              "the connection ended at byte %d of %d".formatted(at[0], file.size()));
        }
        guard.progressed();
        if (skip > 0) {
          skip -= count; // the server ignored the range and sends the file from its beginning
          continue;
        }
        into.write(ByteBuffer.wrap(buffer, 0, count), at[0]);
        at[0] += count;
        counter.progressed();
        listener.fetched(count);
      }
    }
  }

  /** The answer to a request for bytes, after redirects. */
  private HttpResponse<InputStream> open(long from, long to) throws IOException {
    URI target = location.orElse(address);
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      HttpRequest.Builder request = hub.request(target).timeout(patience);
      if (to - from < file.size()) {
        request.header("Range", "bytes=" + from + "-" + (to - 1));
      }
      HttpResponse<InputStream> response = hub.send(request.build(), BodyHandlers.ofInputStream());
      try {
        Optional<URI> next = redirect(response, target);
        if (next.isEmpty()) {
          check(response, from, to, target);
          return response;
        }
        target = next.get();
        location = next;
      } catch (IOException | RuntimeException e) {
        response.body().close();
        throw e;
      }
      response.body().close();
    }
    throw new HubException(address + " redirects more than " + MOST_REDIRECTS + " times");
  }

  private Optional<URI> redirect(HttpResponse<?> response, URI target) throws IOException {
    int status = response.statusCode();
    if (target.equals(address)) {
      requireSameFile(response);
    }
    if (status >= 300 && status < 400) {
      String next =
          response
              .headers()
              .firstValue("Location")
              .orElseThrow(() -> new IOException("a redirect without Location"));
      return Optional.of(target.resolve(next));
    }
    return Optional.empty();
  }

  /** The hub says with each answer which content it means. */
  private void requireSameFile(HttpResponse<?> response) {
    Optional<String> etag =
        response
            .headers()
            .firstValue("X-Linked-Etag")
            .or(() -> response.headers().firstValue("ETag"))
            .map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""))
            .filter(ContentHash::isHash);
    if (response.statusCode() < 400 && etag.isPresent() && !etag.get().equals(file.etag())) {
      throw new HubException(
          "%s is %s by the list of files, but %s by its own answer; pull again, or leave HF_ENDPOINT's mirror"
              .formatted(file.path(), file.etag(), etag.get()));
    }
    long size = response.headers().firstValueAsLong("X-Linked-Size").orElse(file.size());
    if (response.statusCode() < 400 && size != file.size()) {
      throw new HubException(
          "%s has %d bytes by the list of files, but %d by its own answer"
              .formatted(file.path(), file.size(), size));
    }
  }

  private void check(HttpResponse<?> response, long from, long to, URI target) throws IOException {
    if (response.statusCode() >= 400 && !target.equals(address)) {
      location = Optional.empty(); // signed addresses expire
      throw new TemporaryRefusal(
          target.getHost() + " answered " + response.statusCode(),
          response.headers().firstValue("Retry-After"));
    }
    hub.requireSuccess(response, target);
    if (response.statusCode() != PARTIAL_CONTENT) {
      return;
    }
    Matcher range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse("nothing"));
    if (!range.matches()
        || Long.parseLong(range.group(1)) != from
        || Long.parseLong(range.group(2)) != to - 1
        || !(range.group(3).equals("*") || Long.parseLong(range.group(3)) == file.size())) {
      throw new IOException(
          "asked for bytes %d-%d of %d, the answer is %s"
              .formatted(
                  from,
                  to - 1,
                  file.size(),
                  response.headers().firstValue("Content-Range").orElse("without a range")));
    }
  }
}
