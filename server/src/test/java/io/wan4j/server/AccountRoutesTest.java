package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, engines and what was spent, each for the caller's own account. */
class AccountRoutesTest {
  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void open() {
    server =
        TestServer.open(folder, GreyEngine.free(), settings -> settings, ServerSettings.DEFAULTS);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aKeyIsShownOnceAndRevoked() throws Exception {
    HttpResponse<String> made = server.client().post("/wan4j/v1/keys", "{\"label\":\"farm\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String secret = TestClient.json(made).path("secret").asText();
    assertThat(secret).startsWith("sk-");
    HttpResponse<String> list = server.client().get("/wan4j/v1/keys");
    assertThat(list.body()).contains("farm").doesNotContain(secret);
    assertThat(TestClient.json(list).path("keys")).hasSize(2);
    assertThat(server.stranger().withKey(secret).get("/wan4j/v1/account").statusCode())
        .isEqualTo(200);

    String id = TestClient.json(made).at("/key/api_key_id").asText();
    assertThat(revoke(server.key, id)).isEqualTo(200);
    assertThat(server.stranger().withKey(secret).get("/wan4j/v1/account").statusCode())
        .isEqualTo(401);
    assertThat(revoke(server.key, id)).as("it is revoked already").isEqualTo(404);
  }

  @Test
  void otherAccountsKeysAreOutOfReach() throws Exception {
    String stranger = server.service.keys().create("other").secret();
    String strangersId = server.service.keys().authenticate(stranger).orElseThrow().keyId();
    assertThat(server.client().get("/wan4j/v1/keys").body()).doesNotContain(strangersId);
    assertThat(revoke(server.key, strangersId)).isEqualTo(404);
    assertThat(server.service.keys().authenticate(stranger)).isPresent();
  }

  @Test
  void aTokenMakesAndRevokesNoKeys() throws Exception {
    String token =
        TestClient.json(server.client().post("/api/v1/tokens?expire_in_seconds=30", ""))
            .path("token")
            .asText();
    TestClient holder = server.stranger().withKey(token);
    assertThat(holder.get("/wan4j/v1/account").statusCode()).isEqualTo(200);
    assertThat(holder.post("/wan4j/v1/keys", "{\"label\":\"x\"}").statusCode()).isEqualTo(403);
    String keyId = server.service.keys().authenticate(server.key).orElseThrow().keyId();
    assertThat(revoke(token, keyId)).isEqualTo(403);
  }

  @Test
  void labelsAreTextOfABoundedLength() throws Exception {
    for (String body : new String[] {"{}", "nonsense", "{\"label\":7}"}) {
      assertThat(server.client().post("/wan4j/v1/keys", body).statusCode()).isEqualTo(400);
    }
    String longest = "x".repeat(101);
    assertThat(
            server.client().post("/wan4j/v1/keys", "{\"label\":\"" + longest + "\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theEngineSaysWhatItCanMake() throws Exception {
    JsonNode engine =
        TestClient.json(server.client().get("/wan4j/v1/engines")).path("engines").path(0);
    assertThat(engine.path("name").asText()).isEqualTo("grey");
    assertThat(engine.path("tasks")).hasSize(7);
    assertThat(engine.at("/tasks/0/task").asText()).isEqualTo("text");
    assertThat(engine.at("/tasks/0/expected_seconds").asDouble()).isEqualTo(0.5);
  }

  @Test
  void whatWasSpentIsToldByDay() throws Exception {
    HttpResponse<String> created =
        server.client().async().post(TestServer.CREATE, TestServer.WORDS);
    String id = TestClient.json(created).at("/output/task_id").asText();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                TestClient.json(server.client().get("/api/v1/tasks/" + id))
                    .at("/output/task_status")
                    .asText()
                    .equals("SUCCEEDED"));
    JsonNode usage =
        TestClient.json(server.client().get("/wan4j/v1/usage/daily?days=7&zone=Asia/Shanghai"));
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    assertThat(usage.path("until").asText()).isEqualTo(today);
    assertThat(usage.path("days")).hasSize(1);
    JsonNode row = usage.path("days").path(0);
    assertThat(row.path("day").asText()).isEqualTo(today);
    assertThat(row.path("model_name").asText()).isEqualTo("wan2.7-t2v");
    assertThat(row.path("seconds").asInt()).isEqualTo(2);
    assertThat(row.path("price").decimalValue()).isEqualByComparingTo("1.2");
    for (String wrong : new String[] {"?days=0", "?days=367", "?zone=Moon/Crater"}) {
      assertThat(server.client().get("/wan4j/v1/usage/daily" + wrong).statusCode()).isEqualTo(400);
    }
  }

  private int revoke(String key, String id) throws Exception {
    return server
        .stranger()
        .withKey(key)
        .post("/wan4j/v1/keys/" + id + "/revoke", "{}")
        .statusCode();
  }
}
