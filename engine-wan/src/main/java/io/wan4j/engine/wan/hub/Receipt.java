package io.wan4j.engine.wan.hub;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Under which licence a repository was fetched or imported, and when: {@code wan4j.json} in its
 * folder of the cache.
 *
 * @param licence an SPDX name in lower case, or "unknown"
 * @param origin the address or folder it came from
 */
public record Receipt(String licence, String origin, String commit, Instant time) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILE = "wan4j.json";

  /** Writes it, in place of an earlier one. */
  public void write(HubCache cache, String repository) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("licence", licence);
    json.put("origin", origin);
    json.put("commit", commit);
    json.put("time", time.toString());
    Path file = cache.repository(repository).resolve(FILE);
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    } catch (IOException e) {
      throw new HubException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Empty for what others have put into the cache. */
  public static Optional<Receipt> read(HubCache cache, String repository) {
    Path file = cache.repository(repository).resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var json = JSON.readTree(file.toFile());
      return Optional.of(
          new Receipt(
              json.path("licence").asText("unknown"),
              json.path("origin").asText(""),
              json.path("commit").asText(""),
              Instant.parse(json.path("time").asText())));
    } catch (IOException | java.time.format.DateTimeParseException e) {
      throw new HubException(file + " is broken: " + e.getMessage(), e);
    }
  }
}
