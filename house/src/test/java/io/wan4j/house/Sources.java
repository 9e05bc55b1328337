package io.wan4j.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as they lie in the working tree, without what the build makes. */
final class Sources {
  private static final List<String> NOT_OURS =
      List.of("target", ".git", "node_modules", ".wan4j", "data", "output");

  private final Path root;

  Sources() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "no folder with mvnw above " + Path.of("").toAbsolutePath());
      }
    }
    root = folder;
  }

  Path root() {
    return root;
  }

  /** All files whose name ends so, in a stable order. */
  List<Path> endingIn(String suffix) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(this::isOurs)
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name(Path file) {
    return root.relativize(file).toString();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOurs(Path file) {
    for (Path part : root.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
