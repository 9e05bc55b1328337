package io.wan4j.storyboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A file of phrases by key. */
final class Phrases {
  private Phrases() {}

  static Properties read(String name) {
    try (InputStream bytes = Phrases.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new StoryboardException("phrase file " + name + " is missing from the class path");
      }
      Properties phrases = new Properties();
      phrases.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return phrases;
    } catch (IOException e) {
      throw new StoryboardException("phrase file " + name + " cannot be read", e);
    }
  }
}
