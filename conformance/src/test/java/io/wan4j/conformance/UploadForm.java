package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The upload of the Python SDK: no key on the form, no content type on the file, no encoding. */
final class UploadForm {
  private static final String BOUNDARY = "70d9b4f9bca1c3c2";

  private final Studio studio;

  UploadForm(Studio studio) {
    this.studio = studio;
  }

  /** Uploads a file and gives its {@code oss://} URL. */
  String upload(Path file, String model, String name) {
    JsonNode policy =
        RawClient.json(new RawClient(studio).get("/uploads?action=getPolicy&model=" + model))
            .path("data");
    String key = policy.path("upload_dir").asText() + "/" + name;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, "OSSAccessKeyId", policy.path("oss_access_key_id").asText());
    field(body, "Signature", policy.path("signature").asText());
    field(body, "policy", policy.path("policy").asText());
    field(body, "key", key);
    field(body, "x-oss-object-acl", policy.path("x_oss_object_acl").asText());
    field(body, "x-oss-forbid-overwrite", policy.path("x_oss_forbid_overwrite").asText());
    field(body, "success_action_status", "200");
    field(body, "x-oss-content-type", "image/png");
    text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
    text(body, name + "\"\r\n\r\n");
    try {
      body.write(Files.readAllBytes(file));
      text(body, "\r\n--" + BOUNDARY + "--\r\n");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(policy.path("upload_host").asText()))
              .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
              .header("Accept", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
              .build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return "oss://" + key;
  }

  private static void field(ByteArrayOutputStream body, String name, String value) {
    text(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, name, value));
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
