package io.wan4j.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** How far the mouth is open for each phone; the table is {@code mouth.properties}. */
final class MouthShapes {
  private MouthShapes() {}

  static Map<String, Double> openness() {
    try (InputStream bytes = MouthShapes.class.getResourceAsStream("mouth.properties")) {
      if (bytes == null) {
        throw new SoundException("mouth.properties is missing from the class path");
      }
      Properties table = new Properties();
      table.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      Map<String, Double> openness = new HashMap<>();
      for (String open : table.stringPropertyNames()) {
        for (String phone : table.getProperty(open).strip().split("\\s+")) {
          openness.put(phone, Double.parseDouble(open));
        }
      }
      return Map.copyOf(openness);
    } catch (IOException e) {
      throw new SoundException("mouth.properties cannot be read", e);
    }
  }
}
