package io.wan4j.torch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for libtorch: first where the user says ({@code WAN4J_LIBTORCH}, a list of folders), then
 * in an installed PyTorch, then among the native jars on the class path.
 */
final class LibrarySearch {
  static final String FOLDERS_VARIABLE = "WAN4J_LIBTORCH";
  private static final int OLDEST_MAJOR = 2;
  private static final int OLDEST_MINOR = 10;
  private static final long PYTHON_SECONDS = 20;

  /**
   * Finds the package without importing it: importing takes seconds, and loads the library. The
   * first line is torch's folder, the others are those of NVIDIA's packages, which need not lie
   * beside it.
   */
  private static final String PYTHON_PROGRAM =
      """
      import importlib.util as u, os
      s = u.find_spec('torch')
      print(os.path.dirname(s.origin) if s and s.origin else '')
      n = u.find_spec('nvidia')
      for p in (n.submodule_search_locations or [] if n else []):
          print(p)
      """;

  private static final Pattern PYTHON_VERSION =
      Pattern.compile("__version__[^=]*=\\s*['\"](\\d+)\\.(\\d+)");

  private final Map<String, String> environment;
  private final List<String> searched = new ArrayList<>();

  LibrarySearch(Map<String, String> environment) {
    this.environment = environment;
  }

  LibraryFolders find() {
    return named()
        .or(this::installedPyTorch)
        .or(this::classPathNatives)
        .orElseThrow(
            () ->
                new TorchMissingException(
                    "no libtorch 2.10 or newer found. Searched:\n  "
                        + String.join("\n  ", searched)
                        + "\nSet "
                        + FOLDERS_VARIABLE
                        + " to the folder of "
                        + System.mapLibraryName("torch_cpu")));
  }

  private Optional<LibraryFolders> named() {
    String list = environment.getOrDefault(FOLDERS_VARIABLE, "");
    if (list.isBlank()) {
      searched.add(FOLDERS_VARIABLE + ": not set");
      return Optional.empty();
    }
    List<Path> folders =
        Stream.of(list.split(Pattern.quote(File.pathSeparator))).map(Path::of).toList();
    LibraryFolders found =
        new LibraryFolders(folders, companions(folders, List.of()), FOLDERS_VARIABLE);
    if (found.find(System.mapLibraryName("torch_cpu")).isEmpty()) {
      // The user named a place: falling back silently to another one would only confuse.
      throw new TorchMissingException(
          FOLDERS_VARIABLE + "=" + list + " holds no " + System.mapLibraryName("torch_cpu"));
    }
    return Optional.of(found);
  }

  private Optional<LibraryFolders> installedPyTorch() {
    String python = environment.getOrDefault("WAN4J_PYTHON", "python3");
    List<Path> packages = pythonPackages(python);
    if (packages.isEmpty()) {
      searched.add(python + ": has no torch");
      return Optional.empty();
    }
    Path home = packages.getFirst();
    Optional<String> reason = unfit(home);
    if (reason.isPresent()) {
      searched.add(home + ": " + reason.get());
      return Optional.empty();
    }
    List<Path> folders = List.of(home.resolve("lib"));
    List<Path> nvidia = packages.subList(1, packages.size());
    return Optional.of(
        new LibraryFolders(folders, companions(folders, nvidia), python + ": " + home));
  }

  /**
   * Where CUDA's libraries may lie: in NVIDIA's Python packages, which pip puts beside torch, or in
   * the toolkit. libtorch names these places itself; where it was moved or installed apart, they
   * are found here.
   */
  private List<Path> companions(List<Path> folders, List<Path> nvidia) {
    List<Path> packages = new ArrayList<>(nvidia);
    for (Path folder : folders) {
      // torch/lib, so the packages' folder is two up
      packages.add(folder.toAbsolutePath().normalize().resolve("../../nvidia").normalize());
    }
    List<Path> companions = new ArrayList<>(LibraryFolders.cudaPackages(packages));
    String toolkit =
        environment.getOrDefault(
            "CUDA_HOME", environment.getOrDefault("CUDA_PATH", "/usr/local/cuda"));
    if (!toolkit.isBlank()) {
      companions.add(Path.of(toolkit, "lib64"));
    }
    return companions;
  }

  /** The folder of torch, then those of NVIDIA's packages; empty where there is no torch. */
  private static List<Path> pythonPackages(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", PYTHON_PROGRAM)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PYTHON_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return List.of();
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = answer.lines().map(String::strip).toList();
      if (lines.isEmpty() || lines.getFirst().isEmpty()) {
        return List.of();
      }
      return lines.stream().filter(line -> !line.isEmpty()).map(Path::of).toList();
    } catch (IOException e) {
      return List.of(); // no such program: this machine has no Python
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Why this PyTorch cannot be used; empty when it can. */
  private static Optional<String> unfit(Path home) {
    try {
      if (!Files.exists(home.resolve("lib").resolve(System.mapLibraryName("torch_cpu")))) {
        return Optional.of("holds no " + System.mapLibraryName("torch_cpu"));
      }
      Matcher version = PYTHON_VERSION.matcher(Files.readString(home.resolve("version.py")));
      if (!version.find()) {
        return Optional.of("names no version in version.py");
      }
      int major = Integer.parseInt(version.group(1));
      int minor = Integer.parseInt(version.group(2));
      boolean old = major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR);
      return old
          ? Optional.of("version " + major + "." + minor + " is older than 2.10")
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  private Optional<LibraryFolders> classPathNatives() {
    Optional<LibraryFolders> found = new ClassPathNatives(environment).find();
    if (found.isEmpty()) {
      searched.add("class path: no " + ClassPathNatives.TORCH_FOLDER + ClassPathNatives.platform());
    }
    return found;
  }
}
