package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** A client that sends bodies as they stand in the guides, like curl. */
final class RawClient {
  static final String CREATE = "/services/aigc/video-generation/video-synthesis";
  static final String CREATE_FROM_IMAGES = "/services/aigc/image2video/video-synthesis";

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST_FILM = Duration.ofSeconds(240);

  private final String base;
  private final String key;

  RawClient(Studio studio) {
    this(studio.base(), studio.key());
  }

  RawClient(String base, String key) {
    this.base = base;
    this.key = key;
  }

  /** Creates a task and gives its id. */
  String create(String path, String body) {
    HttpResponse<String> reply = post(path, body, "X-DashScope-Async", "enable");
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    JsonNode json = json(reply);
    assertThat(json.at("/output/task_status").asText()).isEqualTo("PENDING");
    assertThat(json.has("code")).as(reply.body()).isFalse();
    return json.at("/output/task_id").asText();
  }

  /** Asks until the task has come to an end, and gives the last reply. */
  JsonNode await(String id) {
    AtomicReference<JsonNode> last = new AtomicReference<>();
    org.awaitility.Awaitility.await()
        .atMost(LONGEST_FILM)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              last.set(json(get("/tasks/" + id)));
              String status = last.get().at("/output/task_status").asText();
              return !status.equals("PENDING") && !status.equals("RUNNING");
            });
    return last.get();
  }

  /** Creates a task, waits for it, and gives the reply of its success. */
  JsonNode succeed(String path, String body) {
    JsonNode reply = await(create(path, body));
    assertThat(reply.at("/output/task_status").asText())
        .as(reply.toString())
        .isEqualTo("SUCCEEDED");
    return reply;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(reply.body(), e);
    }
  }
}
