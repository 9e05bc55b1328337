package io.wan4j.engine.previz.picture;

import io.wan4j.engine.EngineException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The effects known by name (DashScope reference, templates), from {@code effects.properties}. */
final class EffectCatalogue {
  private static final String FILE = "effects.properties";

  private final Map<String, EffectTemplate> templates;

  private EffectCatalogue(Map<String, EffectTemplate> templates) {
    this.templates = templates;
  }

  static EffectCatalogue load() {
    Properties file = new Properties();
    try (Reader reader =
        new InputStreamReader(
            EffectCatalogue.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    Map<String, EffectTemplate> templates = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      String name = key.substring(0, key.lastIndexOf('.'));
      templates.computeIfAbsent(name, found -> EffectTemplate.read(found, file));
    }
    return new EffectCatalogue(templates);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(templates.keySet());
  }

  EffectTemplate get(String name) {
    EffectTemplate template = templates.get(name);
    if (template == null) {
      throw new EngineException(
          "no effect is called \"" + name + "\"; known are " + String.join(", ", names()));
    }
    return template;
  }
}
