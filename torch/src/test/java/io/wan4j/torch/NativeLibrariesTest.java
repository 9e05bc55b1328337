package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are opened once a process, so each layout gets a process of its own. */
@ExtendWith(LibtorchRequired.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeLibrariesTest {
  private static final LibraryFolders NATIVES =
      new ClassPathNatives(System.getenv()).find().orElseThrow();

  @TempDir Path folder;

  /** Links only: JUnit would warn of each that leads out of its folder. */
  @AfterEach
  void unlink() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  /** A machine's PyTorch: its folder, and what it depends on in packages beside it. */
  @Test
  void opensDependenciesThatTheLoaderDoesNotFind() throws Exception {
    Path torch = folder.resolve("site-packages/torch/lib");
    link(NATIVES.folders().get(0), torch);
    link(NATIVES.folders().get(1), folder.resolve("site-packages/nvidia/openblas/lib"));
    String said = run(torch);
    assertThat(said).contains("WAN4J_LIBTORCH", "OpenBLAS").doesNotContain("no graphics cards");
  }

  @Test
  void saysWhichDependencyIsMissing() throws Exception {
    Path torch = folder.resolve("torch/lib");
    link(NATIVES.folders().get(0), torch);
    assertThat(run(torch))
        .contains("TorchMissingException: cannot open " + torch, "libopenblas.so.0: cannot open");
  }

  @Test
  void aBrokenHalfForGraphicsCardsLeavesTheProcessor() throws Exception {
    Path torch = folder.resolve("torch/lib");
    for (Path natives : NATIVES.folders()) {
      link(natives, torch);
    }
    Files.writeString(torch.resolve("libtorch_cuda.so"), "not a library");
    assertThat(run(torch))
        .contains("devices [cpu]", "no graphics cards: cannot open", "libtorch_cuda.so")
        .contains("file too short");
  }

  private static void link(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(to.resolve(file.getFileName()), file);
      }
    }
  }

  private static String run(Path libtorch) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Report.class.getName()));
    builder.environment().putAll(Map.of("WAN4J_LIBTORCH", libtorch.toString()));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** What the child process runs. */
  static final class Report {
    private Report() {}

    public static void main(String[] arguments) {
      System.out.println(Torch.load().report());
    }
  }
}
