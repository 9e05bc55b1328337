package io.wan4j.engine.wan.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks the hub what a repository holds, and where its files can be had. */
public final class HubClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"next\"");
  private static final int MOST_PAGES = 100;
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HubSettings settings;
  private final Retrying retrying;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  public HubClient(HubSettings settings, Retrying retrying) {
    this.settings = settings;
    this.retrying = retrying;
  }

  /**
   * What a repository holds.
   *
   * @param revision a branch, tag or commit
   * @throws HubException when it is not there or not allowed, with what to do
   */
  public HubRepository repository(String name, String revision) {
    JsonNode model = json(api(name, "/revision/" + encode(revision))).body();
    String commit = model.path("sha").asText();
    if (!commit.matches("[0-9a-f]{40}")) {
      throw new HubException(settings.endpoint() + " gives no commit for " + name);
    }
    JsonNode card = model.path("cardData");
    List<HubFile> files = new ArrayList<>();
    Optional<URI> page = Optional.of(api(name, "/tree/" + commit + "?recursive=true"));
    for (int pages = 0; page.isPresent() && pages < MOST_PAGES; pages++) {
      Page answer = json(page.get());
      for (JsonNode entry : answer.body()) {
        if (entry.path("type").asText().equals("file")) {
          files.add(file(entry));
        }
      }
      page = answer.next();
    }
    return new HubRepository(
        name, revision, commit, text(card, "license"), text(card, "license_link"), files);
  }

  private static HubFile file(JsonNode entry) {
    JsonNode large = entry.path("lfs");
    return new HubFile(
        entry.path("path").asText(),
        entry.path("size").asLong(),
        entry.path("oid").asText(),
        text(large, "oid").map(id -> id.replaceFirst("^sha256:", "")));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key).asText("")).filter(text -> !text.isEmpty());
  }

  /** The address of a file on the hub, which mostly redirects to where it lies. */
  URI address(HubRepository repository, HubFile file) {
    String path =
        Arrays.stream(file.path().split("/"))
            .map(HubClient::encode)
            .collect(Collectors.joining("/"));
    return URI.create(
        settings.endpoint()
            + "/"
            + repository.name()
            + "/resolve/"
            + repository.commit()
            + "/"
            + path);
  }

  private URI api(String name, String rest) {
    if (!name.matches("[\\w.-]+/[\\w.-]+")) {
      throw new HubException(
          name + " is not the name of a repository, such as Wan-AI/Wan2.1-T2V-1.3B-Diffusers");
    }
    return URI.create(settings.endpoint() + "/api/models/" + name + rest);
  }

  private record Page(JsonNode body, Optional<URI> next) {}

  private Page json(URI address) {
    return retrying.run(
        "ask " + address.getHost(),
        attempt -> {
          HttpResponse<String> response =
              send(request(address).timeout(ANSWER).build(), BodyHandlers.ofString());
          requireSuccess(response, address);
          Matcher next = NEXT.matcher(response.headers().firstValue("Link").orElse(""));
          return new Page(
              JSON.readTree(response.body()),
              next.find() ? Optional.of(address.resolve(next.group(1))) : Optional.empty());
        });
  }

  /** A request that carries the token only to the hub itself, not to where it redirects. */
  HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "wan4j; huggingface_hub cache")
            .header("Accept-Encoding", "identity");
    if (isHub(address)) {
      settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    return request;
  }

  private boolean isHub(URI address) {
    return address.getHost() != null
        && address.getHost().equals(settings.endpoint().getHost())
        && address.getPort() == settings.endpoint().getPort()
        && !address.getPath().startsWith("/cdn");
  }

  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return http.send(request, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubException("interrupted", e);
    }
  }

  /**
   * @throws HubException for an answer that will not change, with what to do
   * @throws IOException for one that may
   */
  void requireSuccess(HttpResponse<?> response, URI address) throws IOException {
    int status = response.statusCode();
    if (status < 300) {
      return;
    }
    String code = response.headers().firstValue("X-Error-Code").orElse("");
    String said = response.headers().firstValue("X-Error-Message").map(m -> ": " + m).orElse("");
    if (status == 429 || status == 408 || status >= 500) {
      throw new TemporaryRefusal(
          address.getHost() + " answered " + status + said,
          response.headers().firstValue("Retry-After"));
    }
    throw new HubException(Refusals.words(status, code, said, address, settings));
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
