package io.wan4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Speaks the DashScope video API to a server, ours or the cloud's. */
final class DashScopeClient implements AutoCloseable {
  private static final String CLOUD_PATH = "/api/v1";
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(120);
  private static final Duration TRANSFER = Duration.ofMinutes(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;
  private final String key;

  /**
   * @param base the address up to and including {@code /api/v1}
   */
  DashScopeClient(String base, String key) {
    this.base = base.replaceAll("/+$", "");
    this.key = key;
  }

  /** Creates a task and returns the reply. */
  JsonNode submit(JsonNode body) {
    String url = base + "/services/aigc/video-generation/video-synthesis";
    return answer(
        request(url, ANSWER)
            .header("Content-Type", "application/json")
            .header("X-DashScope-Async", "enable")
            .header("X-DashScope-OssResourceResolve", "enable")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** The reply to a query for one task. */
  JsonNode task(String id) {
    return answer(request(base + "/tasks/" + encode(id), ANSWER).GET().build());
  }

  /**
   * How far a task is, 0 to 1; empty where the server does not tell, as the cloud does not. Our own
   * servers answer beside the cloud's paths, under {@code /wan4j/v1}.
   */
  OptionalDouble progress(String id) {
    if (!base.endsWith(CLOUD_PATH)) {
      return OptionalDouble.empty();
    }
    String ours = base.substring(0, base.length() - CLOUD_PATH.length()) + "/wan4j/v1";
    HttpResponse<String> reply =
        send(request(ours + "/tasks/" + encode(id), ANSWER).GET().build(), BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      return OptionalDouble.empty();
    }
    try {
      JsonNode fraction = json.readTree(reply.body()).at("/progress/fraction");
      return fraction.isNumber() ? OptionalDouble.of(fraction.asDouble()) : OptionalDouble.empty();
    } catch (JsonProcessingException e) {
      return OptionalDouble.empty();
    }
  }

  /** The reply to a query for many tasks; empty filters are left out. */
  JsonNode tasks(Map<String, String> filters) {
    String query =
        filters.entrySet().stream()
            .filter(filter -> !filter.getValue().isEmpty())
            .map(filter -> filter.getKey() + "=" + encode(filter.getValue()))
            .collect(Collectors.joining("&"));
    return answer(request(base + "/tasks?" + query, ANSWER).GET().build());
  }

  /** Cancels a task that has not begun. */
  JsonNode cancel(String id) {
    return answer(
        request(base + "/tasks/" + encode(id) + "/cancel", ANSWER)
            .POST(BodyPublishers.noBody())
            .build());
  }

  /**
   * Puts a file where the service finds it for 48 hours.
   *
   * @return its {@code oss://} address
   */
  String upload(Path file, String model) {
    JsonNode policy =
        answer(
                request(base + "/uploads?action=getPolicy&model=" + encode(model), ANSWER)
                    .GET()
                    .build())
            .path("data");
    String object = policy.path("upload_dir").asText() + "/" + file.getFileName();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("OSSAccessKeyId", policy.path("oss_access_key_id").asText());
    fields.put("Signature", policy.path("signature").asText());
    fields.put("policy", policy.path("policy").asText());
    fields.put("key", object);
    fields.put("x-oss-object-acl", policy.path("x_oss_object_acl").asText());
    fields.put("x-oss-forbid-overwrite", policy.path("x_oss_forbid_overwrite").asText());
    fields.put("success_action_status", "200");
    try {
      MultipartForm form = new MultipartForm(fields, file);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(policy.path("upload_host").asText()))
              .timeout(TRANSFER)
              .header("Content-Type", form.contentType())
              .POST(form.body())
              .build();
      HttpResponse<String> reply = send(request, BodyHandlers.ofString());
      if (reply.statusCode() / 100 != 2) {
        throw new CommandException(
            ExitCode.FAILED,
            "upload of %s was refused with HTTP %d: %s"
                .formatted(file, reply.statusCode(), oneLine(reply.body())));
      }
    } catch (FileNotFoundException e) {
      throw new CommandException(ExitCode.NO_INPUT, "cannot read " + file, e);
    }
    return "oss://" + object;
  }

  /** Brings a film to a file; the file is there whole or not at all. */
  void download(String url, Path target) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TRANSFER).GET().build();
    HttpResponse<InputStream> reply = send(request, BodyHandlers.ofInputStream());
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    try (InputStream body = reply.body()) {
      if (reply.statusCode() != 200) {
        throw new CommandException(
            ExitCode.FAILED, "download answered HTTP " + reply.statusCode() + ": " + url);
      }
      Files.copy(body, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.CANNOT_CREATE, "cannot save the film as " + target + ": " + e.getMessage(), e);
    }
  }

  private HttpRequest.Builder request(String url, Duration limit) {
    try {
      return HttpRequest.newBuilder(URI.create(url))
          .timeout(limit)
          .header("Authorization", "Bearer " + key);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE, "the base URL or the key cannot be used: " + e.getMessage(), e);
    }
  }

  private JsonNode answer(HttpRequest request) {
    HttpResponse<String> reply = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonNode body;
    try {
      body = json.readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new CommandException(
          ExitCode.UNAVAILABLE,
          "%s answered HTTP %d without JSON; is this a DashScope base URL ending in /api/v1?"
              .formatted(request.uri(), reply.statusCode()),
          e);
    }
    if (reply.statusCode() >= 400) {
      throw new CommandException(
          reply.statusCode() == 401 ? ExitCode.NO_PERMISSION : ExitCode.FAILED,
          "HTTP %d %s: %s"
              .formatted(
                  reply.statusCode(),
                  body.path("code").asText("?"),
                  oneLine(body.path("message").asText(""))));
    }
    return body;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (ConnectException e) {
      throw new CommandException(
          ExitCode.UNAVAILABLE, "nothing answers at " + request.uri().getAuthority(), e);
    } catch (HttpTimeoutException e) {
      throw new CommandException(ExitCode.TIMEOUT, "no answer in time from " + request.uri(), e);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNAVAILABLE,
          "the connection to %s broke: %s".formatted(request.uri().getAuthority(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.INTERRUPTED, "interrupted", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 500 ? line : line.substring(0, 500) + "…";
  }

  @Override
  public void close() {
    http.close();
  }
}
