package io.wan4j.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file stands as google-java-format leaves it. {@code ./mvnw -pl house -am test
 * -Dtest=FormattingTest -Dsurefire.failIfNoSpecifiedTests=false -Dwan4j.format=write} writes it so.
 */
class FormattingTest {
  private final Sources sources = new Sources();

  @Test
  void javaFilesAreFormatted() throws IOException {
    boolean write = "write".equals(System.getProperty("wan4j.format"));
    List<String> untidy = new ArrayList<>();
    List<Path> files = sources.endingIn(".java");
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      String text = Sources.text(file);
      String formatted = format(sources.name(file), text);
      if (!formatted.equals(text)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          untidy.add(sources.name(file));
        }
      }
    }
    assertThat(untidy).as("files to format; the class comment gives the command").isEmpty();
  }

  private static String format(String name, String text) {
    try {
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
      return new Formatter().formatSource(ordered);
    } catch (FormatterException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }
}
