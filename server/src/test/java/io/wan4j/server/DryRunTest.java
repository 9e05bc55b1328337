package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that is checked and priced but not made. */
class DryRunTest {
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
  void aPossibleOrderIsDescribed() throws Exception {
    JsonNode run =
        dryRun(
            """
            {"model":"wan2.7-t2v",
             "input":{"prompt":"Shot 1 [0-2s]: Wide shot of a bay. Shot 2 [2-5s]: Close-up of a gull."},
             "parameters":{"resolution":"720P","ratio":"9:16","duration":5}}
            """);
    assertThat(run.path("possible").asBoolean()).isTrue();
    assertThat(run.path("size").asText()).isEqualTo("720*1280");
    assertThat(run.path("seconds").isIntegralNumber()).isTrue();
    assertThat(run.path("seconds").asInt()).isEqualTo(5);
    assertThat(run.path("shots")).hasSize(2);
    assertThat(run.at("/shots/1/from").asDouble()).isEqualTo(2);
    assertThat(run.at("/shots/1/summary").asText()).isNotBlank();
    assertThat(run.at("/price_at_most/currency").asText()).isEqualTo("CNY");
    assertThat(run.at("/price_at_most/total").decimalValue())
        .isEqualByComparingTo(
            run.at("/price_at_most/per_second")
                .decimalValue()
                .multiply(new java.math.BigDecimal(5)));
  }

  @Test
  void aWrongOrderIsRefused() throws Exception {
    JsonNode run =
        dryRun(
            """
            {"model":"wan2.7-t2v","input":{"prompt":"x"},"parameters":{"duration":99}}
            """);
    assertThat(run.path("possible").asBoolean()).isFalse();
    assertThat(run.path("code").asText()).isEqualTo("InvalidParameter");
    assertThat(run.path("message").asText()).isEqualTo("Duration should be between 2 and 15");
  }

  @Test
  void noTaskIsMade() throws Exception {
    dryRun(TestServer.WORDS);
    assertThat(TestClient.json(server.client().get("/api/v1/tasks")).path("total").asInt())
        .isZero();
  }

  /** GreyEngine expects a tenth of the film's length. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wan2.7-t2v|{'prompt':'a bay'}|0.5",
        "wan2.7-i2v|{'prompt':'a"
            + " bay','media':[{'type':'first_frame','url':'https://x.invalid/a.png'}]}|0.5",
        "wan2.7-i2v|{'prompt':'a"
            + " bay','media':[{'type':'first_frame','url':'https://x.invalid/a.png'},{'type':'last_frame','url':'https://x.invalid/b.png'}]}|0.5",
        "wan2.7-i2v|{'prompt':'a"
            + " bay','media':[{'type':'first_clip','url':'https://x.invalid/a.mp4'}]}|0.5",
        "wan2.7-r2v|{'prompt':'Image 1 at a"
            + " bay','media':[{'type':'reference_image','url':'https://x.invalid/a.png'}]}|0.5",
        "wan2.7-videoedit|{'prompt':'at"
            + " night','media':[{'type':'video','url':'https://x.invalid/a.mp4'}]}|1",
        "wan3.0-video|{'media':[{'type':'link','url':'https://x.invalid/page'}]}|0.5",
      })
  void theTimeIsToldForEveryTask(String model, String input, double seconds) throws Exception {
    JsonNode run =
        dryRun("{\"model\":\"%s\",\"input\":%s}".formatted(model, input.replace('\'', '"')));
    assertThat(run.path("possible").asBoolean()).as("%s", run).isTrue();
    assertThat(run.path("expected_seconds").asDouble()).isEqualTo(seconds);
  }

  /** An edit is as long as its clip, and costs both. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|4|8|0.4",
        "3.5|3.5|7|0.35",
        "60|10|70|1",
        "|10|20|1",
        "4, 4|10|20|1",
        "x|10|20|1"
      })
  void anEditIsReckonedByItsClip(String given, double seconds, double charged, double expected)
      throws Exception {
    String body =
        "{\"model\":\"wan2.7-videoedit\",\"input\":{\"prompt\":\"at night\",\"media\":["
            + "{\"type\":\"video\",\"url\":\"https://x.invalid/a.mp4\"}]}}";
    JsonNode run = dryRun(body, given == null ? "" : given);
    assertThat(run.path("seconds").asDouble()).isEqualTo(seconds);
    assertThat(run.path("expected_seconds").asDouble()).isEqualTo(expected);
    assertThat(
            run.at("/price_at_most/input_seconds").asDouble()
                + run.at("/price_at_most/output_seconds").asDouble())
        .isEqualTo(charged);
  }

  private static JsonNode dryRun(String body) throws Exception {
    return dryRun(body, "");
  }

  private static JsonNode dryRun(String body, String videoSeconds) throws Exception {
    HttpResponse<String> reply =
        server
            .client()
            .async()
            .withHeader("X-Wan4j-Dry-Run", "true")
            .withHeader("X-Wan4j-Video-Seconds", videoSeconds)
            .post(TestServer.CREATE, body);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    JsonNode json = TestClient.json(reply);
    assertThat(json.path("request_id").asText()).isNotEmpty();
    assertThat(json.has("output")).isFalse();
    return json.path("dry_run");
  }
}
