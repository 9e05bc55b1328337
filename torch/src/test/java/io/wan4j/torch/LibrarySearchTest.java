package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LibtorchRequired.class)
class LibrarySearchTest {
  private static final String LIBRARY = System.mapLibraryName("torch_cpu");
  @TempDir Path folder;

  @Test
  void takesTheNamedFolder() throws IOException {
    Files.createFile(folder.resolve(LIBRARY));
    LibraryFolders found = search("WAN4J_LIBTORCH", folder.toString()).find();
    assertThat(found.find(LIBRARY)).contains(folder.resolve(LIBRARY));
    assertThat(found.origin()).isEqualTo("WAN4J_LIBTORCH");
  }

  @Test
  void aNamedFolderWithoutLibtorchIsRefused() {
    assertThatThrownBy(() -> search("WAN4J_LIBTORCH", folder.toString()).find())
        .isInstanceOf(TorchMissingException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(LIBRARY);
  }

  @Test
  void findsAnInstalledPyTorchAndPassesOverOldOnes() throws IOException {
    Path python = folder.resolve("python");
    Path home = Files.createDirectories(folder.resolve("torch"));
    Files.createDirectories(home.resolve("lib"));
    Files.createFile(home.resolve("lib").resolve(LIBRARY));
    Files.writeString(python, "#!/bin/sh\necho " + home + "\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();

    Files.writeString(home.resolve("version.py"), "__version__ = '2.11.0+cu130'\n");
    assertThat(search("WAN4J_PYTHON", python.toString()).find().folders())
        .containsExactly(home.resolve("lib"));

    Files.writeString(home.resolve("version.py"), "__version__ = '2.6.0'\n");
    assertThat(search("WAN4J_PYTHON", python.toString()).find().origin()).startsWith("class path");
  }

  @Test
  void unpacksTheClassPathNativesOnce() throws IOException {
    ClassPathNatives natives = new ClassPathNatives(Map.of("WAN4J_CACHE", folder.toString()));
    LibraryFolders first = natives.find().orElseThrow();
    Path library = first.find(LIBRARY).orElseThrow();
    assertThat(library).startsWith(folder);
    assertThat(first.find("libopenblas.so.0")).isPresent();
    Object time = Files.getLastModifiedTime(library);
    LibraryFolders second = natives.find().orElseThrow();
    assertThat(second).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(time);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("unpacking") || name.contains("jni"));
    }
  }

  private static LibrarySearch search(String name, String value) {
    return name.equals("WAN4J_PYTHON")
        ? new LibrarySearch(Map.of(name, value))
        : new LibrarySearch(Map.of(name, value, "WAN4J_PYTHON", "no-such-python"));
  }
}
