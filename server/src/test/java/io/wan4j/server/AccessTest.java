package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, tokens and the header of asynchronous calls. */
class AccessTest {
  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void open() {
    server = TestServer.open(folder);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void everyRouteForClientsWantsAKey() throws Exception {
    for (Route route : server.server.routes()) {
      boolean open =
          List.of("/", "/studio/<path>", "/oss", "/health", "/metrics", "/openapi.json")
                  .contains(route.path())
              || route.path().startsWith("/files/");
      String path =
          route
              .path()
              .replace("{task_id}", "7")
              .replace("{key_id}", "7")
              .replace("<path>", "a.mp4");
      HttpResponse<String> reply =
          server
              .stranger()
              .send(
                  path,
                  route.method().name(),
                  java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
      if (open) {
        assertThat(reply.statusCode()).as(path).isNotEqualTo(401);
      } else {
        assertError(reply, 401, "InvalidApiKey", "No API-key provided.");
      }
    }
  }

  @Test
  void aWrongKeyIsRefused() throws Exception {
    for (String header : List.of("Bearer sk-wrong", "Bearer ", "Basic abc", server.key)) {
      HttpResponse<String> reply =
          server.stranger().withHeader("Authorization", header).get("/api/v1/tasks/1");
      assertError(reply, 401, "InvalidApiKey", "Invalid API-key provided.");
    }
  }

  @Test
  void theSchemeMayBeWrittenInAnyCase() throws Exception {
    HttpResponse<String> reply =
        server.stranger().withHeader("authorization", "bEARER " + server.key).get("/api/v1/tasks");
    assertThat(reply.statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenStandsInForItsKey() throws Exception {
    JsonNode made =
        TestClient.json(server.client().post("/api/v1/tokens?expire_in_seconds=30", ""));
    assertThat(made.path("token").asText()).startsWith("st-");
    assertThat(made.path("expires_at").isIntegralNumber()).isTrue();
    String id = created(server.client().async().post(TestServer.CREATE, TestServer.WORDS));
    JsonNode task =
        TestClient.json(
            server.stranger().withKey(made.path("token").asText()).get("/api/v1/tasks/" + id));
    assertThat(task.at("/output/task_status").asText()).isNotEqualTo("UNKNOWN");
  }

  @Test
  void aTokenLivesOneToEighteenHundredSeconds() throws Exception {
    for (String seconds : List.of("0", "1801", "-1", "abc", "9999999999")) {
      HttpResponse<String> reply =
          server.client().post("/api/v1/tokens?expire_in_seconds=" + seconds, "");
      assertThat(reply.statusCode()).as(seconds).isEqualTo(400);
    }
    assertThat(server.client().post("/api/v1/tokens", "").statusCode()).isEqualTo(200);
  }

  @Test
  void createWantsTheAsyncHeader() throws Exception {
    assertError(
        server.client().post(TestServer.CREATE, TestServer.WORDS),
        403,
        "AccessDenied",
        "current user api does not support synchronous calls.");
  }

  @Test
  void queriesPassOverTheAsyncHeader() throws Exception {
    assertThat(server.client().async().get("/api/v1/tasks/7").statusCode()).isEqualTo(200);
    assertThat(server.client().async().get("/api/v1/tasks").statusCode()).isEqualTo(200);
  }

  @Test
  void tasksAreForTheirAccountAlone() throws Exception {
    String other = server.service.keys().create("other").secret();
    String id = created(server.client().async().post(TestServer.CREATE, TestServer.WORDS));
    TestClient stranger = server.stranger().withKey(other);
    JsonNode seen = TestClient.json(stranger.get("/api/v1/tasks/" + id));
    assertThat(seen.at("/output/task_status").asText()).isEqualTo("UNKNOWN");
    assertThat(TestClient.json(stranger.get("/api/v1/tasks")).path("data")).isEmpty();
    assertError(
        stranger.post("/api/v1/tasks/" + id + "/cancel", ""),
        400,
        "UnsupportedOperation",
        "Failed to cancel the task, please confirm if the task is in PENDING status.");
    assertThat(stranger.post("/wan4j/v1/tasks/" + id + "/stop", "").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/wan4j/v1/tasks/" + id).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/wan4j/v1/tasks/" + id + "/events").statusCode()).isEqualTo(404);
  }

  private static String created(HttpResponse<String> reply) throws Exception {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return TestClient.json(reply).at("/output/task_id").asText();
  }

  static void assertError(HttpResponse<String> reply, int status, String code, String message)
      throws Exception {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type").orElseThrow())
        .contains("application/json");
    JsonNode body = TestClient.json(reply);
    assertThat(body.path("code").asText()).isEqualTo(code);
    assertThat(body.path("message").asText()).isEqualTo(message);
    assertThat(body.path("request_id").asText()).isNotEmpty();
  }
}
