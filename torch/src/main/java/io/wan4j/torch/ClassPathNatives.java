package io.wan4j.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The CPU build of libtorch that the bytedeco jars of Maven Central carry. They are used as plain
 * archives of libraries: their Java classes and JNI libraries are not needed. Each jar is unpacked
 * once, into a cache folder named after it.
 */
final class ClassPathNatives {
  static final String TORCH_FOLDER = "org/bytedeco/pytorch/";
  private static final String OPENBLAS_FOLDER = "org/bytedeco/openblas/";
  private static final String CACHE_VARIABLE = "WAN4J_CACHE";

  private final Map<String, String> environment;

  ClassPathNatives(Map<String, String> environment) {
    this.environment = environment;
  }

  /** As the jars name the platform, such as {@code linux-x86_64}. */
  static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.contains("mac") ? "macosx" : os.contains("windows") ? "windows" : "linux";
    String machine =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> arch;
        };
    return system + "-" + machine;
  }

  Optional<LibraryFolders> find() {
    Optional<Path> torch = unpacked(TORCH_FOLDER, System.mapLibraryName("torch_cpu"));
    if (torch.isEmpty()) {
      return Optional.empty();
    }
    List<Path> folders = new ArrayList<>();
    folders.add(torch.get());
    // libopenblas is versioned by the loader's rules, so any file of the folder serves to find it.
    for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
      unpacked(OPENBLAS_FOLDER, name).ifPresent(folders::add);
    }
    return Optional.of(new LibraryFolders(folders, "class path: " + torch.get().getFileName()));
  }

  private Optional<Path> unpacked(String folder, String library) {
    String path = folder + platform() + "/" + library;
    URL url = ClassPathNatives.class.getClassLoader().getResource(path);
    if (url == null) {
      return Optional.empty();
    }
    try {
      if (url.getProtocol().equals("file")) {
        return Optional.of(Path.of(URI.create(url.toString())).getParent());
      }
      JarURLConnection connection = (JarURLConnection) url.openConnection();
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return Optional.of(unpack(jar, folder + platform() + "/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + url, e);
    }
  }

  /** Unpacks into a folder of its own, then renames it: a half unpacked cache is never seen. */
  private Path unpack(JarFile jar, String folder) throws IOException {
    String name = Path.of(jar.getName()).getFileName().toString().replaceFirst("\\.jar$", "");
    Path target = cache().resolve(name);
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(target.getParent());
    Path fresh = Files.createTempDirectory(target.getParent(), name + ".unpacking");
    Predicate<JarEntry> wanted =
        entry -> {
          String file =
              entry.getName().substring(Math.min(folder.length(), entry.getName().length()));
          return entry.getName().startsWith(folder)
              && !entry.isDirectory()
              && !file.contains("/")
              && !file.startsWith("libjni")
              && !file.endsWith(".cpp");
        };
    for (JarEntry entry : jar.stream().filter(wanted).toList()) {
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, fresh.resolve(entry.getName().substring(folder.length())));
      }
    }
    try {
      Files.move(fresh, target);
    } catch (FileAlreadyExistsException
        | AtomicMoveNotSupportedException
        | java.nio.file.DirectoryNotEmptyException e) {
      delete(fresh); // another process was quicker
    }
    return target;
  }

  private Path cache() {
    String named = environment.getOrDefault(CACHE_VARIABLE, "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path home = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    return home.resolve("wan4j");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
