package io.wan4j.storyboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of words: lines of {@code MEANING: phrase, phrase}; a line that starts with a blank goes
 * on with the meaning above; {@code #} starts a comment line.
 */
final class WordFile {
  private WordFile() {}

  /**
   * @param where the file and line, for complaints
   */
  record Entry(String meaning, List<String> phrases, String where) {}

  static List<Entry> read(String name) {
    try (InputStream bytes = WordFile.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new StoryboardException("word file " + name + " is missing from the class path");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return entries(name, lines.lines().toList());
    } catch (IOException e) {
      throw new StoryboardException("word file " + name + " cannot be read", e);
    }
  }

  private static List<Entry> entries(String name, List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    String meaning = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String where = name + " line " + (i + 1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String phrases = line;
      if (!Character.isWhitespace(line.charAt(0))) {
        int colon = line.indexOf(':');
        if (colon < 1) {
          throw new StoryboardException(where + ": expected \"MEANING: phrase, phrase\"");
        }
        meaning = line.substring(0, colon).strip();
        phrases = line.substring(colon + 1);
      }
      entries.add(new Entry(meaning, phrases(phrases), where));
    }
    return entries;
  }

  private static List<String> phrases(String text) {
    return Arrays.stream(text.split("[,，、]")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
