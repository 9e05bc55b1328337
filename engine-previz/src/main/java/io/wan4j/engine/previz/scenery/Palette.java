package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.paint.Colour;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A data file of colours and numbers; every wrong entry is named with its file. */
final class Palette {
  private final String file;
  private final Properties entries = new Properties();

  private Palette(String file) {
    this.file = file;
  }

  /** Reads a file that lies beside this class. */
  static Palette read(String file) {
    Palette palette = new Palette(file);
    try (InputStream stream = Palette.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new EngineException("no palette " + file);
      }
      palette.entries.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException("palette " + file + " cannot be read", e);
    }
    return palette;
  }

  Colour colour(String key) {
    return parse(key, text(key));
  }

  Colour colour(String key, Colour fallback) {
    return entries.containsKey(key) ? colour(key) : fallback;
  }

  List<Colour> colours(String key) {
    return Arrays.stream(text(key).split("\\s+")).map(part -> parse(key, part)).toList();
  }

  double number(String key) {
    return numbers(key)[0];
  }

  double[] numbers(String key) {
    try {
      return Arrays.stream(text(key).split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw new EngineException("palette " + file + ": " + key + " is not a number", e);
    }
  }

  private Colour parse(String key, String text) {
    try {
      return Colour.parse(text);
    } catch (IllegalArgumentException e) {
      throw new EngineException("palette " + file + ": " + key + ": " + e.getMessage(), e);
    }
  }

  private String text(String key) {
    String text = entries.getProperty(key);
    if (text == null || text.isBlank()) {
      throw new EngineException("palette " + file + " lacks " + key);
    }
    return text.strip();
  }
}
