package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A prompt may be read without a film being made; the sheets themselves are the engine's. */
class StoryboardRoutesTest {
  private static final String PATH = "/wan4j/v1/storyboard";

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
  void saysWhatIsUnderstood() throws Exception {
    HttpResponse<String> reply =
        server
            .client()
            .post(
                PATH,
                """
                {"prompt":"Shot 1 [0-2s] Wide shot: a fox in the snow. Shot 2 [2-6s] It runs, the camera pans left.",
                 "duration":6,"size":"720*1280"}
                """);
    assertThat(reply.statusCode()).isEqualTo(200);
    JsonNode body = TestClient.json(reply);
    assertThat(body.path("shots")).hasSize(2);
    assertThat(body.at("/shots/0/cast/0/species").asText()).isEqualTo("FOX");
    assertThat(body.at("/shots/0/setting").asText()).isEqualTo("SNOW");
    assertThat(body.at("/shots/1/start").asDouble()).isEqualTo(2);
    assertThat(body.at("/shots/1/camera/0/kind").asText()).isEqualTo("PAN_LEFT");
    assertThat(body.path("text").asText()).contains("shot 2");
    assertThat(body.path("request_id").asText()).isNotEmpty();
    assertThat(body.has("actual_prompt")).isFalse();
  }

  @Test
  void rewritesFirstWhereAsked() throws Exception {
    JsonNode body =
        TestClient.json(
            server.client().post(PATH, "{\"prompt\":\"a cat\",\"prompt_extend\":true}"));
    assertThat(body.path("prompt").asText()).isEqualTo("a cat");
    assertThat(body.path("actual_prompt").asText()).contains("a cat").hasSizeGreaterThan(20);
  }

  @Test
  void takesAKey() throws Exception {
    assertThat(server.stranger().post(PATH, "{\"prompt\":\"a cat\"}").statusCode()).isEqualTo(401);
  }

  @Test
  void saysSoWhenTheEngineDrawsNoSheets() throws Exception {
    HttpResponse<String> reply =
        server
            .client()
            .withHeader("Accept", "image/png")
            .post(PATH, "{\"prompt\":\"a cat\",\"size\":\"16:9\"}");
    assertThat(reply.statusCode()).isEqualTo(406);
    assertThat(TestClient.json(reply).path("code").asText()).isEqualTo("NotAcceptable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|Required body invalid",
        "no|Required body invalid",
        "{}|prompt must be a text",
        "{\"prompt\":\"  \"}|prompt must be a text",
        "{\"prompt\":\"a cat\",\"layout\":\"round\"}|layout must be sheet or frames",
        "{\"prompt\":\"a cat\",\"duration\":0}|duration must be a number above 0",
        "{\"prompt\":\"a cat\",\"duration\":\"5\"}|duration must be a number above 0",
        "{\"prompt\":\"a cat\",\"duration\":601}|at most 600 seconds, was 601",
        "{\"prompt\":\"a cat\",\"size\":\"big\"}|size must be width*height",
        "{\"prompt\":\"a cat\",\"size\":\"0*720\"}|size must be width*height",
        "{\"prompt\":\"a cat\",\"size\":\"9000*9\"}|size must be width*height",
        "{\"prompt\":\"a cat\",\"shot_type\":\"many\"}|shot_type must be single or multi",
      })
  void refusesWithTheFieldAndTheLimit(String body, String message) throws Exception {
    HttpResponse<String> reply = server.client().post(PATH, body);
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(TestClient.json(reply).path("message").asText()).contains(message);
  }
}
