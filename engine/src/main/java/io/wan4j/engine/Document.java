package io.wan4j.engine;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A checked local file or page that a film is to be made of: slides, a text, a web page.
 *
 * @param text what can be read in it, a line for each heading and paragraph; may be empty
 */
public record Document(Path file, String text) {
  public Document {
    Objects.requireNonNull(file, "file is null");
    Objects.requireNonNull(text, "text is null");
  }
}
