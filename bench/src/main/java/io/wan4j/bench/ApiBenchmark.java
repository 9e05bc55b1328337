package io.wan4j.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests a second and their latency under 64 connections: each of them creates a task and asks
 * for it, again and again. No film is made meanwhile, so that the API alone is measured; client and
 * server share the machine's cores.
 */
public final class ApiBenchmark {
  private static final int CONNECTIONS = 64;
  private static final int WARM_UP = 1_000;
  private static final int PAIRS = 4_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String BODY =
      """
      {"model":"wan2.7-t2v","input":{"prompt":"A boat on a lake at dawn"},\
      "parameters":{"resolution":"720P","duration":5}}\
      """;

  private final PrintStream out;
  private final ObjectMapper json = new ObjectMapper();

  public ApiBenchmark(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the load on a server of its own, on loopback, and prints the figures.
   *
   * @throws IOException when the scratch folder cannot be used
   * @throws InterruptedException when the run was interrupted
   */
  public void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("wan4j-bench-api");
    ServiceSettings defaults = ServiceSettings.in(folder);
    ServiceSettings settings = defaults.withWork(defaults.work().withSlots(0));
    try (VideoService service =
            VideoService.open(settings, new PrevizEngine(1), Clock.systemUTC());
        WanServer server =
            WanServer.start(ServerSettings.DEFAULTS.withPort(0), service, Clock.systemUTC())) {
      String key = service.keys().create("bench").secret();
      String base = server.address() + "/api/v1";
      load(base, key, WARM_UP);
      long start = System.nanoTime();
      double[][] millis = load(base, key, PAIRS);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          "api: %d connections, %d creates and %d queries in %.2f s: %.0f requests/s%n",
          CONNECTIONS, PAIRS, PAIRS, seconds, 2 * PAIRS / seconds);
      print("create", millis[0]);
      print("query", millis[1]);
    } finally {
      delete(folder);
    }
  }

  private void print(String name, double[] millis) {
    Arrays.sort(millis);
    out.printf(
        "  %-7s p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
        name,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        millis[millis.length - 1]);
  }

  /** Latencies in milliseconds: creates, then queries. */
  private double[][] load(String base, String key, int pairs)
      throws InterruptedException, IOException {
    double[][] millis = new double[2][pairs];
    AtomicInteger next = new AtomicInteger();
    try (HttpClient client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> runs =
          IntStream.range(0, CONNECTIONS)
              .mapToObj(
                  connection ->
                      threads.submit(
                          () -> {
                            for (int i = next.getAndIncrement();
                                i < pairs;
                                i = next.getAndIncrement()) {
                              pair(client, base, key, millis, i);
                            }
                            return (Void) null;
                          }))
              .toList();
      for (Future<Void> run : runs) {
        run.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a request of the benchmark failed", e.getCause());
    }
    return millis;
  }

  private void pair(HttpClient client, String base, String key, double[][] millis, int index)
      throws IOException, InterruptedException {
    HttpRequest create =
        request(base + "/services/aigc/video-generation/video-synthesis", key)
            .header("X-DashScope-Async", "enable")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> created = client.send(create, BodyHandlers.ofString());
    long middle = System.nanoTime();
    String id = json.readTree(created.body()).path("output").path("task_id").asText();
    HttpRequest query = request(base + "/tasks/" + id, key).GET().build();
    long asked = System.nanoTime();
    HttpResponse<String> found = client.send(query, BodyHandlers.ofString());
    millis[0][index] = (middle - start) / 1e6;
    millis[1][index] = (System.nanoTime() - asked) / 1e6;
    if (created.statusCode() != 200 || !found.body().contains("\"PENDING\"")) {
      throw new IOException(
          "unexpected answers: HTTP " + created.statusCode() + ", " + found.body());
    }
  }

  private static HttpRequest.Builder request(String url, String key) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + key);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
