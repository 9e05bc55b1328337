package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task from the order to the film, as seen over HTTP. */
class TaskLifeTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SMALL =
      """
      {"model":"wan2.2-t2v-plus","input":{"prompt":"A grey wall."},"parameters":{"size":"832*480"}}
      """;

  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void open() {
    server = TestServer.open(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aTaskIsMadeAndItsFilmIsThere() throws Exception {
    String id = create();
    awaitStatus(id, "RUNNING");
    JsonNode running = own(id);
    assertThat(running.at("/progress/stage").isTextual()).isTrue();
    assertThat(running.at("/progress/fraction").asDouble()).isBetween(0.0, 1.0);
    assertThat(running.at("/output/scheduled_time").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");

    server.engine.let(1);
    JsonNode done = awaitStatus(id, "SUCCEEDED");
    String url = done.at("/output/video_url").asText();
    assertThat(url).startsWith(server.server.address() + "/files/");
    HttpResponse<byte[]> film = server.stranger().bytes(url, "GET");
    assertThat(film.statusCode()).isEqualTo(200);
    assertThat(new String(film.body(), 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("ftyp");
    assertThat(done.at("/usage/video_duration").isIntegralNumber()).isTrue();
    assertThat(done.at("/output/orig_prompt").asText()).isEqualTo("A grey wall.");

    JsonNode usage = TestClient.json(server.client().get("/wan4j/v1/usage")).path("usage");
    assertThat(usage).hasSize(1);
    assertThat(usage.get(0).path("model_name").asText()).isEqualTo("wan2.2-t2v-plus");
    assertThat(usage.get(0).path("films").asInt()).isEqualTo(1);
    assertThat(usage.get(0).path("seconds").asInt()).isEqualTo(5);
  }

  @Test
  void aRunningTaskShowsItsPreviewToItsOwnerAlone() throws Exception {
    String id = create();
    JsonNode running =
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> own(id), task -> task.at("/progress/preview_url").isTextual());
    String url = running.at("/progress/preview_url").asText();
    assertThat(url)
        .isEqualTo(server.server.address() + "/wan4j/v1/tasks/" + id + "/preview?number=1");

    HttpResponse<byte[]> picture = server.client().bytes(url, "GET");
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.body()));
    assertThat(image.getWidth()).isEqualTo(480);
    assertThat(image.getHeight()).isEqualTo(276);

    String path = URI.create(url).getPath();
    assertThat(server.stranger().get(path).statusCode()).isEqualTo(401);
    String other = server.service.keys().create("other").secret();
    assertThat(server.stranger().withKey(other).get(path).statusCode()).isEqualTo(404);

    server.engine.let(1);
    awaitStatus(id, "SUCCEEDED");
    assertThat(own(id).at("/progress/preview_url").isMissingNode()).isTrue();
    assertThat(server.client().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aWaitingTaskHasNoPreview() throws Exception {
    awaitStatus(create(), "RUNNING");
    String waiting = create();
    assertThat(own(waiting).at("/progress/preview_url").isMissingNode()).isTrue();
    AccessTest.assertError(
        server.client().get("/wan4j/v1/tasks/" + waiting + "/preview"),
        404,
        "NotFound",
        "Not found!");
  }

  @Test
  void linksBeginWithTheAddressAtWhichTheClientCame() throws Exception {
    String id = create();
    server.engine.let(1);
    awaitStatus(id, "SUCCEEDED");
    URI other = URI.create("http://localhost:" + server.server.port() + "/api/v1/tasks/" + id);
    HttpResponse<String> reply =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(other)
                    .header("Authorization", "Bearer " + server.key)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(TestClient.json(reply).at("/output/video_url").asText())
        .startsWith("http://localhost:" + server.server.port() + "/files/");
  }

  @Test
  void aRunningTaskIsNotCanceledButStopped() throws Exception {
    String id = create();
    awaitStatus(id, "RUNNING");
    assertThat(server.client().post("/api/v1/tasks/" + id + "/cancel", "").statusCode())
        .isEqualTo(400);
    HttpResponse<String> stop = server.client().post("/wan4j/v1/tasks/" + id + "/stop", "");
    assertThat(stop.statusCode()).as(stop.body()).isEqualTo(200);
    awaitStatus(id, "CANCELED");
    AccessTest.assertError(
        server.client().post("/wan4j/v1/tasks/" + id + "/stop", ""),
        400,
        "UnsupportedOperation",
        "The operation is unsupported on the referee object.");
  }

  @Test
  void aWaitingTaskIsCanceled() throws Exception {
    awaitStatus(create(), "RUNNING");
    String waiting = create();
    HttpResponse<String> reply =
        server.client().post("/api/v1/tasks/" + waiting + "/cancel/", "{\"model\":\"\"}");
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    assertThat(TestClient.json(reply).path("request_id").asText()).isNotEmpty();
    awaitStatus(waiting, "CANCELED");
  }

  @Test
  void aWrongOrderFailsLate() throws Exception {
    HttpResponse<String> reply =
        server
            .client()
            .async()
            .post(
                TestServer.CREATE,
                "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":\"x\"},"
                    + "\"parameters\":{\"duration\":99}}");
    assertThat(reply.statusCode()).isEqualTo(200);
    JsonNode failed = awaitStatus(TestClient.json(reply).at("/output/task_id").asText(), "FAILED");
    assertThat(failed.at("/output/code").asText()).isEqualTo("InvalidParameter");
    assertThat(failed.at("/output/message").asText())
        .isEqualTo("Duration should be between 2 and 15");
    assertThat(failed.has("code")).isFalse();
  }

  @Test
  void eventsTellTheTaskUntilItEnds() throws Exception {
    String id = create();
    awaitStatus(id, "RUNNING");
    List<String> states = new ArrayList<>();
    CompletableFuture<Void> heard =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(
                        server.server.address().resolve("/wan4j/v1/tasks/" + id + "/events"))
                    .header("Authorization", "Bearer " + server.key)
                    .timeout(LONG)
                    .build(),
                HttpResponse.BodyHandlers.ofLines())
            .thenAccept(
                reply ->
                    reply
                        .body()
                        .filter(line -> line.startsWith("data: "))
                        .forEach(line -> states.add(status(line.substring(6)))));
    server.engine.let(1);
    heard.get(30, java.util.concurrent.TimeUnit.SECONDS);
    assertThat(states).first().isEqualTo("RUNNING");
    assertThat(states).last().isEqualTo("SUCCEEDED");
  }

  private static String status(String json) {
    try {
      return new JsonMapper().readTree(json).at("/output/task_status").asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @Test
  void theServerStopsWithinSecondsAlsoWithAStreamOpen() throws Exception {
    String id = create();
    awaitStatus(id, "RUNNING");
    HttpResponse<java.io.InputStream> stream =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        server.server.address().resolve("/wan4j/v1/tasks/" + id + "/events"))
                    .header("Authorization", "Bearer " + server.key)
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.body().read()).isEqualTo('e');
    long begun = System.nanoTime();
    server.server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    CompletableFuture<byte[]> rest =
        CompletableFuture.supplyAsync(
            () -> {
              try (var body = stream.body()) {
                return body.readAllBytes();
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    assertThat(rest).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void healthAndMetricsTellHowItIs() throws Exception {
    String id = create();
    server.engine.let(1);
    awaitStatus(id, "SUCCEEDED");
    HttpResponse<String> health = server.stranger().get("/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(TestClient.json(health).path("status").asText()).isEqualTo("up");
    HttpResponse<String> metrics = server.stranger().get("/metrics");
    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(metrics.body())
        .contains("wan4j_http_requests_seconds_count{")
        .contains("route=\"/api/v1/tasks/{task_id}\"")
        .contains("wan4j_tasks_total{status=\"SUCCEEDED\"} 1.0")
        .contains("wan4j_render_seconds_count 1")
        .contains("wan4j_queue_depth 0.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void aServiceThatIsClosedIsNotHealthy() throws Exception {
    Clock clock = Clock.systemUTC();
    VideoService gone =
        VideoService.open(ServiceSettings.in(folder.resolve("gone")), GreyEngine.free(), clock);
    try (WanServer alone = WanServer.start(ServerSettings.DEFAULTS.withPort(0), gone, clock)) {
      gone.close();
      HttpResponse<String> health = new TestClient(alone).get("/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(TestClient.json(health).path("status").asText()).isEqualTo("down");
    }
  }

  private String create() throws Exception {
    HttpResponse<String> reply = server.client().async().post(TestServer.CREATE, SMALL);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return TestClient.json(reply).at("/output/task_id").asText();
  }

  private JsonNode own(String id) throws Exception {
    return TestClient.json(server.client().get("/wan4j/v1/tasks/" + id));
  }

  private JsonNode awaitStatus(String id, String status) {
    return await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> TestClient.json(server.client().get("/api/v1/tasks/" + id)),
            task -> task.at("/output/task_status").asText().equals(status));
  }
}
