package io.wan4j.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A form with one file as its last part, streamed from disk (RFC 7578). */
final class MultipartForm {
  private final String boundary = "wan4j-" + UUID.randomUUID();
  private final BodyPublisher body;

  MultipartForm(Map<String, String> fields, Path file) throws FileNotFoundException {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            .formatted(boundary, file.getFileName().toString().replace("\"", "%22")));
    head.append("Content-Type: application/octet-stream\r\n\r\n");
    List<BodyPublisher> parts = new ArrayList<>();
    parts.add(BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8));
    parts.add(BodyPublishers.ofFile(file));
    parts.add(BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    this.body = BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    return body;
  }
}
