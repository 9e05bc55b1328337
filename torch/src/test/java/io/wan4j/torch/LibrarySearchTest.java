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
    Path home = pyTorch(folder.resolve("torch"));
    Path python = script("python", home.toString());
    assertThat(search("WAN4J_PYTHON", python.toString()).find().folders())
        .containsExactly(home.resolve("lib"));

    Files.writeString(home.resolve("version.py"), "__version__ = '2.6.0'\n");
    assertThat(search("WAN4J_PYTHON", python.toString()).find().origin()).startsWith("class path");
  }

  @Test
  void findsTheLibrariesOfCudaBesidePyTorchAndElsewhere() throws IOException {
    Path packages = folder.resolve("site-packages");
    Path home = pyTorch(packages.resolve("torch"));
    Path thirteen = Files.createDirectories(packages.resolve("nvidia/cu13/lib"));
    Path cudnn = Files.createDirectories(packages.resolve("nvidia/cudnn/lib"));
    Path elsewhere = Files.createDirectories(folder.resolve("user/nvidia/cublas/lib"));
    Path cublas = Files.createFile(elsewhere.resolve("libcublas.so.13"));
    Path python = script("python", home + "\\n" + folder.resolve("user/nvidia"));

    LibraryFolders found = search("WAN4J_PYTHON", python.toString()).find();
    assertThat(found.folders()).containsExactly(home.resolve("lib"));
    assertThat(found.companions()).startsWith(elsewhere, thirteen, cudnn);
    assertThat(found.find("libcublas.so.13")).isEmpty();
    assertThat(found.findDependency("libcublas.so.13")).contains(cublas);

    LibraryFolders named = search("WAN4J_LIBTORCH", home.resolve("lib").toString()).find();
    assertThat(named.companions()).startsWith(thirteen, cudnn).doesNotContain(elsewhere);
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

  private static Path pyTorch(Path home) throws IOException {
    Files.createDirectories(home.resolve("lib"));
    Files.createFile(home.resolve("lib").resolve(LIBRARY));
    Files.writeString(home.resolve("version.py"), "__version__ = '2.11.0+cu130'\n");
    return home;
  }

  /** Stands for a Python interpreter that answers the question about its packages. */
  private Path script(String name, String answer) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\nprintf '" + answer + "\\n'\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static LibrarySearch search(String name, String value) {
    return name.equals("WAN4J_PYTHON")
        ? new LibrarySearch(Map.of(name, value))
        : new LibrarySearch(Map.of(name, value, "WAN4J_PYTHON", "no-such-python"));
  }
}
