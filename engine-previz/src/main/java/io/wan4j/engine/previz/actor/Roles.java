package io.wan4j.engine.previz.actor;

import io.wan4j.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Nouns and who plays them, a line a player. */
record Roles(Map<String, String> players) {
  /** Who of the wardrobe plays which people. */
  static final Roles PEOPLE = read("roles.txt");

  /** Animals that their species alone does not tell. */
  static final Roles BEASTS = read("beasts.txt");

  /** Machines that their species alone does not tell. */
  static final Roles MACHINES = read("machines.txt");

  /** Who plays a noun. */
  Optional<String> of(String noun) {
    return Optional.ofNullable(players.get(noun.toLowerCase(Locale.ROOT)));
  }

  /** Who plays a noun that holds one of the words. */
  Optional<String> within(String noun) {
    String lower = noun.toLowerCase(Locale.ROOT);
    return players.entrySet().stream()
        .filter(entry -> lower.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Roles read(String file) {
    Map<String, String> players = new LinkedHashMap<>();
    try (InputStream stream = Roles.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(line -> put(line, players));
    } catch (IOException e) {
      throw new EngineException(file + " cannot be read", e);
    }
    return new Roles(Collections.unmodifiableMap(players));
  }

  private static void put(String line, Map<String, String> players) {
    String[] parts = line.split(":", 2);
    for (String noun : parts[1].split(",")) {
      players.put(noun.strip(), parts[0].strip());
    }
  }
}
