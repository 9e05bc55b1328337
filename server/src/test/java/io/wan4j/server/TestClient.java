package io.wan4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends requests to a server under test, with a key if it was given one. */
final class TestClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI address;
  private final List<String> headers;

  TestClient(WanServer server) {
    this(server.address(), List.of());
  }

  private TestClient(URI address, List<String> headers) {
    this.address = address;
    this.headers = headers;
  }

  TestClient withHeader(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new TestClient(address, List.copyOf(more));
  }

  TestClient withKey(String key) {
    return withHeader("Authorization", "Bearer " + key);
  }

  TestClient async() {
    return withHeader("X-DashScope-Async", "enable");
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(path, "GET", HttpRequest.BodyPublishers.noBody());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(path, "POST", HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(String path, String method, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return HTTP.send(request(path, method, body), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path, String method) throws IOException, InterruptedException {
    return HTTP.send(
        request(path, method, HttpRequest.BodyPublishers.noBody()),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String path, String method, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return request.build();
  }

  static JsonNode json(HttpResponse<String> reply) throws IOException {
    return JSON.readTree(reply.body());
  }
}
