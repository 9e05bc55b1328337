package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is JSON, blames the client, and comes at once. */
class BadInputTest {
  private static final int LARGEST_BODY = 100_000;

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void open() {
    server =
        TestServer.open(
            folder,
            GreyEngine.held(),
            settings -> settings,
            ServerSettings.DEFAULTS.withLargestBody(LARGEST_BODY));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "42",
        "\"text\"",
        "{",
        "{}",
        "}",
        "{\"model\":\"wan2.7-t2v\"}",
        "{\"model\":7,\"input\":{}}",
        "{\"model\":null,\"input\":{}}",
        "{\"model\":\"\",\"input\":{}}",
        "{\"model\":\"wan2.7-t2v\",\"input\":[]}",
        "{\"model\":\"wan2.7-t2v\",\"input\":\"encrypted\"}",
        "{\"model\":\"wan2.7-t2v\",\"input\":null}",
        "{\"model\":\"wan2.7-t2v\",\"input\":{},\"parameters\":7}",
        "{\"model\":\"wan2.7-t2v\",\"input\":{}} {}",
        "{\"model\":\"no-such-model\",\"input\":{\"prompt\":\"x\"}}",
        "{\"model\":\"../../models\",\"input\":{\"prompt\":\"x\"}}",
        "model=wan2.7-t2v&prompt=x",
        "<model>wan2.7-t2v</model>",
        "\u0000",
        "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":1e999999999}}x"
      })
  void aBodyThatCannotBeReadIsRefused(String body) throws Exception {
    assertRefused(server.client().async().post(TestServer.CREATE, body));
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    String deep = "[".repeat(40_000);
    assertRefused(server.client().async().post(TestServer.CREATE, deep));
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      assertRefused(
          server
              .client()
              .async()
              .send(TestServer.CREATE, "POST", BodyPublishers.ofByteArray(noise)));
    }
  }

  /** Any cut of a good body is refused or, if only blanks were cut off, taken. */
  @Test
  void aBodyThatIsCutOffIsRefused() throws Exception {
    String whole = TestServer.WORDS.strip();
    for (int length = 0; length < whole.length(); length += 7) {
      assertRefused(server.client().async().post(TestServer.CREATE, whole.substring(0, length)));
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    HttpResponse<String> known =
        server.client().async().post(TestServer.CREATE, "x".repeat(LARGEST_BODY + 1));
    AccessTest.assertError(known, 400, "BadRequest.TooLarge", "Payload Too Large.");
    byte[] large = "x".repeat(LARGEST_BODY + 1).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> chunked =
        server
            .client()
            .async()
            .send(
                TestServer.CREATE,
                "POST",
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
    AccessTest.assertError(chunked, 400, "BadRequest.TooLarge", "Payload Too Large.");
  }

  /** A client that reads nothing until it has sent everything hears why it was refused. */
  @Test
  void aBodyThatIsFarTooLargeIsRefusedAudibly() throws Exception {
    int size = 40_000_000;
    String head =
        """
        POST %s HTTP/1.1\r
        Host: a\r
        Authorization: Bearer %s\r
        X-DashScope-Async: enable\r
        Connection: close\r
        Content-Length: %d\r
        \r
        """
            .formatted(TestServer.CREATE, server.key, size);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(new byte[size]);
    assertThat(RawSocket.send(server.server, request.toByteArray()))
        .startsWith("HTTP/1.1 400")
        .contains("BadRequest.TooLarge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1",
        "/api/v1/services/aigc/text2video/video-synthesis",
        "/nothing",
        "/wan4j/v1/nothing",
        "/api/v1/tasks/1/2/3",
        "/favicon.ico",
        "/..",
        "/%2e%2e/%2e%2e/etc/passwd"
      })
  void aRouteThatIsNoneIsNotFound(String path) throws Exception {
    HttpResponse<String> reply = server.client().get(path);
    assertRefused(reply);
  }

  @Test
  void aWrongMethodIsNamed() throws Exception {
    AccessTest.assertError(
        server.client().get(TestServer.CREATE),
        400,
        "InvalidParameter",
        "Request method 'GET' is not supported.");
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      AccessTest.assertError(
          server.client().send("/api/v1/tasks/7", method, BodyPublishers.noBody()),
          400,
          "InvalidParameter",
          "Request method '" + method + "' is not supported.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start_time=yesterday",
        "start_time=20261399000000",
        "end_time=99999999999999999999",
        "start_time=20260101000000&end_time=20260103000000",
        "start_time=20260102000000&end_time=20260101000000",
        "page_no=0",
        "page_no=-1",
        "page_no=x",
        "page_no=99999999999",
        "page_size=0",
        "page_size=1.5",
        "status=DONE"
      })
  void aListThatCannotBeMadeIsRefused(String query) throws Exception {
    assertRefused(server.client().get("/api/v1/tasks?" + query));
  }

  /** An id is looked up and nothing else: the answer is UNKNOWN with 200. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "%00",
        "..",
        "%2e%2e%2fsecret",
        "'%20or%201=1--",
        "%F0%9F%98%80",
        "%FF%FE",
        "%22%3E%3Cscript%3E",
        "a+b"
      })
  void anyIdIsJustUnknown(String id) throws Exception {
    HttpResponse<String> reply = server.client().get("/api/v1/tasks/" + id);
    if (reply.statusCode() == 200) {
      JsonNode body = TestClient.json(reply);
      if (body.has("output")) {
        assertThat(body.at("/output/task_status").asText()).isEqualTo("UNKNOWN");
      }
    } else {
      assertRefused(reply);
    }
  }

  @Test
  void aHugeIdIsAnswered() throws Exception {
    assertThat(server.client().get("/api/v1/tasks/" + "9".repeat(20_000)).statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused = server.client().get("/api/v1/tasks/" + "9".repeat(60_000));
    assertRefused(refused);
    assertThat(refused.headers().firstValue("Connection"))
        .as("told, so that no request follows on this connection")
        .hasValue("close");
  }

  @Test
  void aHeaderCannotBeInjectedThroughALink() throws Exception {
    HttpResponse<String> reply =
        server.client().get("/api/v1/tasks/x%0d%0aSet-Cookie:%20a=b?%0d%0aX-Evil:1");
    assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(reply.headers().firstValue("X-Evil")).isEmpty();
  }

  /** What no HTTP library would send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /health\r\n\r\n",
        "GET /health HTTP/9.9\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health HTTP/1.1\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
        "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Length: 3\r\n\r\nzz\r\n\r\n",
        "GET /api/v1/tasks/..%2f..;/x HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://other.example/health HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: evil.example\\@x\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        "BREW /coffee HTTP/1.1\r\nHost: a\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u0000\r\n\r\n"
      })
  void rawNonsenseNeverBringsHtmlOrAFault(String request) throws Exception {
    String reply = RawSocket.send(server.server, request.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reply.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<html", "jetty", "java.");
    if (!reply.isEmpty()) {
      int status = Integer.parseInt(reply.substring(9, 12));
      assertThat(status).isBetween(200, 505).isNotEqualTo(500).isNotEqualTo(503);
    }
  }

  @Test
  void headersThatAreTooLargeAreRefused() throws Exception {
    String reply =
        RawSocket.send(
            server.server,
            ("GET /health HTTP/1.1\r\nHost: a\r\nX-Large: " + "x".repeat(70_000) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(reply).startsWith("HTTP/1.1 431").contains("request_id").doesNotContain("<");
  }

  private static void assertRefused(HttpResponse<String> reply) throws IOException {
    assertThat(reply.statusCode()).as(reply.body()).isBetween(400, 499);
    assertThat(reply.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    JsonNode body = new JsonMapper().readTree(reply.body());
    for (String name : List.of("code", "message", "request_id")) {
      assertThat(body.path(name).isTextual()).as(reply.body()).isTrue();
    }
    assertThat(reply.body()).doesNotContain("io.wan4j", "java.", "jetty");
  }
}
