package io.wan4j.engine.previz;

import io.wan4j.engine.Picture;
import io.wan4j.media.MediaProbe;
import io.wan4j.media.PictureFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Ten real photographs that somebody else made: of a folder that {@code -Dwan4j.photographs} names,
 * else those of {@code photographs.txt} where their Debian package is installed.
 */
final class Photographs {
  private static final int WANTED = 10;
  private static final Path INSTALLED = Path.of("/usr/share/backgrounds");

  private Photographs() {}

  /** The photographs; without ten of them the test is skipped. */
  static List<Picture> ten() {
    String named = System.getProperty("wan4j.photographs", "");
    List<Path> files = named.isEmpty() ? installed() : jpegs(Path.of(named));
    Assumptions.assumeTrue(
        files.size() >= WANTED,
        "skipped: "
            + files.size()
            + " of "
            + WANTED
            + " photographs are here; install the Debian package lomiri-wallpapers-16.04, or name"
            + " a folder of JPEG files by -Dwan4j.photographs");
    return files.stream().limit(WANTED).map(Photographs::picture).toList();
  }

  private static List<Path> installed() {
    try (BufferedReader names =
        new BufferedReader(
            new InputStreamReader(
                Photographs.class.getResourceAsStream("photographs.txt"),
                StandardCharsets.UTF_8))) {
      return names
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(INSTALLED::resolve)
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> jpegs(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches("(?i).*\\.jpe?g")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Picture picture(Path file) {
    PictureFacts facts = (PictureFacts) MediaProbe.probe(file);
    return new Picture(file, facts.width(), facts.height());
  }
}
