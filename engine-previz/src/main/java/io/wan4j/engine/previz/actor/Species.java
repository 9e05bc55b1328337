package io.wan4j.engine.previz.actor;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.paint.Colour;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The measures and colours of an animal: a data file a species. */
final class Species {
  private final String name;
  private final Properties entries = new Properties();

  private Species(String name) {
    this.name = name;
  }

  /** Reads a file of a folder: species, birds, fish, insects. */
  static Species read(String folder, String name) {
    Species species = new Species(name);
    String file = folder + "/" + name + ".properties";
    try (InputStream stream = Species.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new EngineException("no species " + name);
      }
      species.entries.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException("species " + name + " cannot be read", e);
    }
    return species;
  }

  /** The same animal with a coat of another colour. */
  Species painted(Colour coat) {
    Species other = new Species(name);
    other.entries.putAll(entries);
    boolean dim = coat.brightness() < 0.3;
    Colour seen = dim ? coat.mix(Colour.of(52, 50, 58), 0.75) : coat;
    other.entries.setProperty("base", hex(seen));
    other.entries.setProperty("belly", hex(seen.mix(colour("belly"), dim ? 0.22 : 0.55)));
    other.entries.setProperty("dark", hex(seen.times(0.5)));
    other.entries.setProperty(
        "mark", hex(dim ? seen.mix(colour("belly"), 0.12) : seen.times(0.55)));
    return other;
  }

  private static String hex(Colour colour) {
    return String.format(Locale.ROOT, "%06x", colour.rgb());
  }

  double number(String key) {
    try {
      return Double.parseDouble(text(key));
    } catch (NumberFormatException e) {
      throw new EngineException("species " + name + ": " + key + " is not a number", e);
    }
  }

  Colour colour(String key) {
    try {
      return Colour.parse(text(key));
    } catch (IllegalArgumentException e) {
      throw new EngineException("species " + name + ": " + key + ": " + e.getMessage(), e);
    }
  }

  String text(String key) {
    String text = entries.getProperty(key);
    if (text == null || text.isBlank()) {
      throw new EngineException("species " + name + " lacks " + key);
    }
    return text.strip();
  }
}
