package io.wan4j.engine.wan.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The hub's API on a port of its own, over real HTTP: revision, tree by pages, resolve that
 * redirects large files to a second path with a signature, ranges. It can be told to misbehave.
 */
public final class HubServer implements AutoCloseable {
  public static final String REPOSITORY = "Wan-AI/Wan-Tiny-Diffusers";
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final int LARGE = 100_000;
  private static final int PAGE = 3;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Requests as "GET path range". */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  final AtomicLong bytesSent = new AtomicLong();

  /** How many of the next answers with content break off after a part. */
  final AtomicInteger drops = new AtomicInteger();

  /** How many answers carry a wrong byte. */
  final AtomicInteger corruptions = new AtomicInteger();

  /** How many requests with a range are answered with the whole file. */
  final AtomicInteger ignoredRanges = new AtomicInteger();

  /** How many answers of the second path are refused, as if the signature had expired. */
  final AtomicInteger expiries = new AtomicInteger();

  /** How many answers are 503. */
  final AtomicInteger busy = new AtomicInteger();

  /** How many answers stall after a part, until the client gives up. */
  final AtomicInteger stalls = new AtomicInteger();

  /** Answers with 401 and this X-Error-Code where it is set. */
  volatile Optional<String> refusal = Optional.empty();

  volatile int refusalStatus = 401;
  volatile Optional<String> wantedToken = Optional.empty();
  volatile boolean hashesAreWrong;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Runs before each 64 KiB. */
  volatile Runnable throttle = () -> {};

  public HubServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(workers);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public HubServer with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** All files of a folder. */
  public HubServer with(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        with(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return this;
  }

  byte[] content(String path) {
    return files.get(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("");
      requests.add((exchange.getRequestMethod() + " " + path + " " + range).strip());
      if (busy.get() > 0 && busy.getAndDecrement() > 0) {
        exchange.getResponseHeaders().set("Retry-After", "0");
        text(exchange, 503, "busy");
      } else if (refusal.isPresent() || !tokenIsRight(exchange, path)) {
        exchange.getResponseHeaders().set("X-Error-Code", refusal.orElse("GatedRepo"));
        text(exchange, refusalStatus, "no");
      } else if (path.equals("/api/models/" + REPOSITORY + "/revision/main")) {
        revision(exchange);
      } else if (path.equals("/api/models/" + REPOSITORY + "/tree/" + COMMIT)) {
        tree(exchange);
      } else if (path.startsWith("/" + REPOSITORY + "/resolve/")) {
        String file = path.replaceFirst("^/" + REPOSITORY + "/resolve/[^/]+/", "");
        resolve(exchange, file);
      } else if (path.startsWith("/cdn/")) {
        if (expiries.get() > 0 && expiries.getAndDecrement() > 0) {
          text(exchange, 403, "expired");
        } else {
          send(exchange, path.substring("/cdn/".length()));
        }
      } else {
        exchange.getResponseHeaders().set("X-Error-Code", "RepoNotFound");
        text(exchange, 404, "not found");
      }
    }
  }

  private boolean tokenIsRight(HttpExchange exchange, String path) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return wantedToken.isEmpty()
        || path.startsWith("/cdn/")
        || ("Bearer " + wantedToken.get()).equals(given);
  }

  private void revision(HttpExchange exchange) throws IOException {
    json(
        exchange,
        "{\"id\":\"%s\",\"sha\":\"%s\",\"gated\":false,\"cardData\":{\"license\":\"apache-2.0\"},\"siblings\":[]}"
            .formatted(REPOSITORY, COMMIT));
  }

  private void tree(HttpExchange exchange) throws IOException {
    List<String> names = new ArrayList<>(files.keySet());
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    int from =
        query.contains("cursor=")
            ? Integer.parseInt(query.replaceAll(".*cursor=(\\d+).*", "$1"))
            : 0;
    int to = Math.min(names.size(), from + PAGE);
    if (to < names.size()) {
      exchange
          .getResponseHeaders()
          .set(
              "Link",
              "<%s/api/models/%s/tree/%s?recursive=true&cursor=%d>; rel=\"next\""
                  .formatted(endpoint(), REPOSITORY, COMMIT, to));
    }
    StringBuilder out =
        new StringBuilder(
            "[{\"type\":\"directory\",\"oid\":\"1\",\"size\":0,\"path\":\"transformer\"}");
    for (String name : names.subList(from, to)) {
      byte[] content = files.get(name);
      out.append(
          ",{\"type\":\"file\",\"path\":\"%s\",\"size\":%d,\"oid\":\"%s\""
              .formatted(name, content.length, gitBlob(content)));
      if (content.length >= LARGE) {
        out.append(
            ",\"lfs\":{\"oid\":\"%s\",\"size\":%d,\"pointerSize\":134}"
                .formatted(sha256(content), content.length));
      }
      out.append("}");
    }
    json(exchange, out.append("]").toString());
  }

  private void resolve(HttpExchange exchange, String file) throws IOException {
    byte[] content = files.get(file);
    if (content == null) {
      exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
      text(exchange, 404, "no such file");
      return;
    }
    exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
    if (content.length < LARGE) {
      exchange.getResponseHeaders().set("ETag", '"' + gitBlob(content) + '"');
      send(exchange, file);
      return;
    }
    exchange.getResponseHeaders().set("X-Linked-Etag", '"' + sha256(content) + '"');
    exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(content.length));
    exchange.getResponseHeaders().set("Location", endpoint() + "/cdn/" + file + "?signature=s");
    exchange.sendResponseHeaders(302, -1);
  }

  private void send(HttpExchange exchange, String file) throws IOException {
    byte[] content = files.get(file);
    int from = 0;
    int to = content.length;
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean ignored =
        range != null && ignoredRanges.get() > 0 && ignoredRanges.getAndDecrement() > 0;
    if (range != null && !ignored) {
      String[] ends = range.substring("bytes=".length()).split("-");
      from = Integer.parseInt(ends[0]);
      to = ends.length > 1 ? Math.min(to, Integer.parseInt(ends[1]) + 1) : to;
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, content.length));
    }
    byte[] part = Arrays.copyOfRange(content, from, to);
    if (corruptions.get() > 0 && corruptions.getAndDecrement() > 0) {
      part[part.length / 2] ^= 1;
    }
    boolean drop = drops.get() > 0 && drops.getAndDecrement() > 0;
    boolean stall = stalls.get() > 0 && stalls.getAndDecrement() > 0;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(part.length));
    }
    exchange.sendResponseHeaders(range == null || ignored ? 200 : 206, head ? -1 : part.length);
    if (head) {
      return;
    }
    try (ByteArrayInputStream in = new ByteArrayInputStream(part)) {
      OutputStream out = exchange.getResponseBody();
      int left = drop || stall ? part.length / 2 : part.length;
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        throttle.run();
        int count = in.read(buffer, 0, Math.min(left, buffer.length));
        out.write(buffer, 0, count);
        out.flush();
        bytesSent.addAndGet(count);
        left -= count;
      }
      if (stall) {
        awaitClose();
      }
    }
  }

  /** Says nothing more until the server is closed. */
  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    text(exchange, 200, body);
  }

  private static void text(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  String sha256(byte[] content) {
    return (hashesAreWrong ? "f" : "").isEmpty() ? hex("SHA-256", content) : "f".repeat(64);
  }

  static String gitBlob(byte[] content) {
    byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return hex("SHA-1", all);
  }

  static String hex(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    workers.shutdownNow();
    server.stop(0);
  }
}
