package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.service.task.TaskRecord;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking through films, watching all of them, making one again and keeping it. */
class FilmRoutesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

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
  void filmsAreFoundByTheirWords() throws Exception {
    String boat = create("A paper boat drifts down a gutter, 100% wet.");
    String kite = create("A red kite over a beach_front.");
    assertThat(found("?q=PAPER")).containsExactly(boat);
    assertThat(found("?q=beach_front")).containsExactly(kite);
    assertThat(found("?q=100%25%20wet")).containsExactly(boat);
    assertThat(found("?q=h_f")).as("no wildcard").containsExactly(kite);
    assertThat(found("?q=e%25o")).as("no wildcard either").isEmpty();
    assertThat(found("?q=" + kite.substring(0, 13))).containsExactly(kite);
    assertThat(found("")).containsExactly(kite, boat);
    assertThat(found("?page_size=1&page_no=2")).containsExactly(boat);
    assertThat(found("?status=SUCCEEDED,FAILED")).isEmpty();
    for (String wrong : List.of("?status=DONE", "?page_no=0", "?page_size=101")) {
      assertThat(server.client().get("/wan4j/v1/tasks" + wrong).statusCode()).isEqualTo(400);
    }
    String stranger = server.service.keys().create("other").secret();
    assertThat(ids(server.stranger().withKey(stranger).get("/wan4j/v1/tasks"))).isEmpty();
  }

  @Test
  void aWaitingTaskKnowsItsPlaceInTheQueue() throws Exception {
    awaitStatus(create("first"), "RUNNING");
    String second = create("second");
    String third = create("third");
    assertThat(own(second).at("/progress/queue_position").asInt()).isEqualTo(1);
    assertThat(own(third).at("/progress/queue_position").asInt()).isEqualTo(2);
    JsonNode queue = TestClient.json(server.client().get("/wan4j/v1/queue"));
    assertThat(queue.path("waiting").asInt()).isEqualTo(2);
    assertThat(queue.path("own_running").asInt()).isEqualTo(1);
  }

  @Test
  void theSameIsMadeAgain() throws Exception {
    String id = create("A wall.");
    JsonNode request =
        TestClient.json(server.client().get("/wan4j/v1/tasks/" + id + "/request")).path("request");
    assertThat(request.at("/input/prompt").asText()).isEqualTo("A wall.");
    JsonNode again =
        TestClient.json(server.client().post("/wan4j/v1/tasks/" + id + "/retry", "{}"));
    String next = again.at("/output/task_id").asText();
    assertThat(next).isNotEqualTo(id);
    assertThat(own(next).at("/task/prompt").asText()).isEqualTo("A wall.");
    assertThat(server.client().post("/wan4j/v1/tasks/none/retry", "{}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFilmThatIsKeptDoesNotExpire() throws Exception {
    String id = create("A wall.");
    assertThat(server.client().post("/wan4j/v1/tasks/" + id + "/keep", "{}").statusCode())
        .as("no film yet")
        .isEqualTo(400);
    server.engine.let(1);
    awaitStatus(id, "SUCCEEDED");
    assertThat(own(id).at("/task/expires_at").asLong()).isGreaterThan(System.currentTimeMillis());
    assertThat(own(id).at("/progress/frame_rate").asInt()).isEqualTo(30);
    assertThat(own(id).at("/progress/notes/1").asText()).isEqualTo("It has no depth.");
    JsonNode kept = TestClient.json(server.client().post("/wan4j/v1/tasks/" + id + "/keep", "{}"));
    assertThat(kept.at("/task/kept").asBoolean()).isTrue();
    assertThat(kept.at("/task/expires_at").isMissingNode()).isTrue();
    assertThat(found("?kept=true")).containsExactly(id);
    String film = kept.at("/output/video_url").asText();
    assertThat(server.stranger().bytes(film, "GET").statusCode()).isEqualTo(200);
    assertThat(film).as("its link expires all the same").doesNotContain("Expires=2534");
    TaskRecord record =
        server
            .service
            .tasks()
            .find(server.service.keys().authenticate(server.key).orElseThrow(), id)
            .orElseThrow();
    assertThat(record.isKept()).isTrue();
    JsonNode gone =
        TestClient.json(server.client().post("/wan4j/v1/tasks/" + id + "/let-go", "{}"));
    assertThat(gone.at("/task/kept").asBoolean()).isFalse();
    assertThat(found("?kept=true")).isEmpty();
  }

  @Test
  void aFailureIsExplained() throws Exception {
    String id =
        createFrom(
            "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":\"x\"},"
                + "\"parameters\":{\"duration\":99}}");
    awaitStatus(id, "FAILED");
    JsonNode explanation = own(id).path("explanations").path(0);
    assertThat(explanation.path("name").asText()).isEqualTo("duration-between");
    assertThat(explanation.path("means").asText()).isNotBlank();
    assertThat(explanation.path("todo").asText()).isNotBlank();
  }

  @Test
  void oneStreamTellsOfAllTasksUntilTheKeyIsRevoked() throws Exception {
    String first = create("first");
    List<String> events = new CopyOnWriteArrayList<>();
    Thread reader = Thread.ofVirtual().start(() -> read(server.key, events));
    await().atMost(LONG).until(() -> events.stream().anyMatch(line -> line.contains(first)));
    String second = create("second");
    await().atMost(LONG).until(() -> events.stream().anyMatch(line -> line.contains(second)));
    server.engine.let(2);
    await()
        .atMost(LONG)
        .until(
            () ->
                events.stream()
                    .anyMatch(line -> line.contains(second) && line.contains("SUCCEEDED")));
    String keyId = server.service.keys().authenticate(server.key).orElseThrow().keyId();
    server.service.keys().revoke(keyId);
    reader.join(Duration.ofSeconds(15));
    assertThat(reader.isAlive()).as("the stream has ended").isFalse();
  }

  private void read(String key, List<String> events) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.server.address().resolve("/wan4j/v1/events"))
              .header("Authorization", "Bearer " + key)
              .build();
      var reply =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          events.add(line);
        }
      }
    } catch (Exception e) {
      events.add(e.toString());
    }
  }

  private String create(String prompt) throws Exception {
    return createFrom(
        """
        {"model":"wan3.0-video","input":{"prompt":"%s"},
         "parameters":{"resolution":"480P","ratio":"16:9","duration":2}}
        """
            .formatted(prompt));
  }

  private String createFrom(String body) throws Exception {
    HttpResponse<String> reply = server.client().async().post(TestServer.CREATE, body);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return TestClient.json(reply).at("/output/task_id").asText();
  }

  private List<String> found(String query) throws Exception {
    return ids(server.client().get("/wan4j/v1/tasks" + query));
  }

  private static List<String> ids(HttpResponse<String> reply) throws Exception {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    TestClient.json(reply)
        .path("tasks")
        .forEach(task -> ids.add(task.at("/output/task_id").asText()));
    return ids;
  }

  private JsonNode own(String id) throws Exception {
    return TestClient.json(server.client().get("/wan4j/v1/tasks/" + id));
  }

  private void awaitStatus(String id, String status) {
    await()
        .atMost(LONG.toSeconds(), TimeUnit.SECONDS)
        .until(() -> own(id).at("/output/task_status").asText().equals(status));
  }
}
