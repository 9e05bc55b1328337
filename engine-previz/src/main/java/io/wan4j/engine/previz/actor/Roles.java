package io.wan4j.engine.previz.actor;

import io.wan4j.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Nouns for people and who of the wardrobe plays them: {@code roles.txt}. */
record Roles(Map<String, String> people) {
  private static final String FILE = "roles.txt";

  static final Roles LISTED = read();

  /** Who plays a noun. */
  Optional<String> of(String noun) {
    return Optional.ofNullable(people.get(noun.toLowerCase(Locale.ROOT)));
  }

  private static Roles read() {
    Map<String, String> people = new LinkedHashMap<>();
    try (InputStream stream = Roles.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(line -> put(line, people));
    } catch (IOException e) {
      throw new EngineException(FILE + " cannot be read", e);
    }
    return new Roles(Map.copyOf(people));
  }

  private static void put(String line, Map<String, String> people) {
    String[] parts = line.split(":", 2);
    for (String noun : parts[1].split(",")) {
      people.put(noun.strip(), parts[0].strip());
    }
  }
}
