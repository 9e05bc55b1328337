package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.service.key.Caller;
import io.wan4j.service.upload.Upload;
import io.wan4j.service.upload.UploadSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy and the form of an object store. */
class UploadRoutesTest {
  private static final byte[] FILE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void open() {
    server =
        TestServer.open(
            folder,
            GreyEngine.held(),
            settings ->
                settings.withUploads(
                    new UploadSettings(Duration.ofHours(48), Duration.ofSeconds(300), 1, 9)),
            ServerSettings.DEFAULTS);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void aFileIsKeptUnderItsKey() throws Exception {
    Map<String, String> form = form(policy(), "first 首帧.png");
    HttpResponse<String> reply = send(form, "first 首帧.png", FILE);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    Caller caller = server.service.keys().authenticate(server.key).orElseThrow();
    Upload upload = server.service.uploads().find(caller.account(), form.get("key")).orElseThrow();
    assertThat(upload.size()).isEqualTo(FILE.length);
    try (var content = server.service.store().open(upload.artifact(), 0, 1000)) {
      assertThat(content.readAllBytes()).isEqualTo(FILE);
    }
  }

  @Test
  void thePolicyHasAllThatTheSdksRead() throws Exception {
    JsonNode reply = TestClient.json(server.client().get(policyPath()));
    assertThat(reply.has("output")).isFalse();
    assertThat(reply.path("request_id").asText()).isNotEmpty();
    for (String name :
        new String[] {
          "upload_host",
          "upload_dir",
          "oss_access_key_id",
          "signature",
          "policy",
          "x_oss_object_acl",
          "x_oss_forbid_overwrite"
        }) {
      assertThat(reply.path("data").path(name).isTextual()).as(name).isTrue();
    }
    assertThat(reply.at("/data/upload_dir").asText())
        .isNotEqualTo(policy().path("upload_dir").asText());
    assertThat(reply.at("/data/max_file_size_mb").asInt()).isEqualTo(1);
  }

  @Test
  void aPolicyNeedsAnActionAndAModel() throws Exception {
    for (String query : new String[] {"", "?action=getPolicy", "?model=m", "?action=x&model=m"}) {
      assertThat(server.client().get("/api/v1/uploads" + query).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aForgedPolicyIsRefusedAsXml() throws Exception {
    Map<String, String> form = form(policy(), "a.png");
    form.put("Signature", form.get("Signature").replace('a', 'b').replace('1', '2'));
    HttpResponse<String> reply = send(form, "a.png", FILE);
    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(reply.body()).contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void aKeyOutsideTheFolderIsRefused() throws Exception {
    Map<String, String> form = form(policy(), "a.png");
    form.put("key", "elsewhere/a.png");
    HttpResponse<String> reply = send(form, "a.png", FILE);
    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.body()).contains("<Code>AccessDenied</Code>");
  }

  @Test
  void aKeyIsUsedOnce() throws Exception {
    Map<String, String> form = form(policy(), "a.png");
    assertThat(send(form, "a.png", FILE).statusCode()).isEqualTo(200);
    HttpResponse<String> again = send(form, "a.png", FILE);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("<Code>FileAlreadyExists</Code>");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws Exception {
    HttpResponse<String> reply = send(form(policy(), "a.png"), "a.png", new byte[1024 * 1024 + 1]);
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("<Code>EntityTooLarge</Code>");
  }

  /** A client that reads nothing until it has sent everything hears why it was refused. */
  @Test
  void aFileThatIsFarTooLargeIsRefusedAudibly() throws Exception {
    byte[] body = body(form(policy(), "a.png"), "a.png", new byte[40 * 1024 * 1024]);
    String head =
        """
        POST /oss HTTP/1.1\r
        Host: a\r
        Content-Type: multipart/form-data; boundary=b0undary\r
        Connection: close\r
        Content-Length: %d\r
        \r
        """
            .formatted(body.length);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(body);
    assertThat(RawSocket.send(server.server, request.toByteArray()))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>EntityTooLarge</Code>");
  }

  @Test
  void whatIsNoFormIsRefused() throws Exception {
    Map<String, String> bodies =
        Map.of(
            "application/json", "{}",
            "multipart/form-data", "x",
            "multipart/form-data; boundary=b", "--b\r\nno header",
            "multipart/form-data; boundary=c", "--c--\r\n");
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      HttpResponse<String> reply =
          server
              .stranger()
              .withHeader("Content-Type", body.getKey())
              .send("/oss", "POST", BodyPublishers.ofString(body.getValue()));
      assertThat(reply.statusCode()).as(body.getKey()).isEqualTo(400);
      assertThat(reply.body()).as(body.getKey()).startsWith("<?xml");
    }
  }

  private static String policyPath() {
    return "/api/v1/uploads?action=getPolicy&model=wan2.7-i2v";
  }

  private static JsonNode policy() throws Exception {
    return TestClient.json(server.client().get(policyPath())).path("data");
  }

  /** The fields in the order in which the SDKs send them. */
  private static Map<String, String> form(JsonNode policy, String name) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("OSSAccessKeyId", policy.path("oss_access_key_id").asText());
    form.put("Signature", policy.path("signature").asText());
    form.put("policy", policy.path("policy").asText());
    form.put("key", policy.path("upload_dir").asText() + "/" + name);
    form.put("x-oss-object-acl", policy.path("x_oss_object_acl").asText());
    form.put("x-oss-forbid-overwrite", policy.path("x_oss_forbid_overwrite").asText());
    form.put("success_action_status", "200");
    form.put("x-oss-content-type", "image/png");
    return form;
  }

  private static HttpResponse<String> send(Map<String, String> form, String name, byte[] file)
      throws Exception {
    return server
        .stranger()
        .withHeader("Content-Type", "multipart/form-data; boundary=b0undary")
        .send("/oss", "POST", BodyPublishers.ofByteArray(body(form, name, file)));
  }

  private static byte[] body(Map<String, String> form, String name, byte[] file)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.forEach(
        (field, value) ->
            write(
                body,
                "--b0undary\r\nContent-Disposition: form-data; name=\""
                    + field
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n"));
    write(
        body,
        "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n");
    body.write(file);
    write(body, "\r\n--b0undary--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    try {
      body.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
