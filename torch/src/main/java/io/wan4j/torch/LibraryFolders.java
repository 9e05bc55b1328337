package io.wan4j.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders that hold libtorch and what it needs, and how they were found.
 *
 * @param folders searched in order for each library file of libtorch itself
 * @param companions where a dependency is looked for that the system's loader cannot find
 * @param origin for people: which rule found them
 */
record LibraryFolders(List<Path> folders, List<Path> companions, String origin) {
  LibraryFolders {
    folders = List.copyOf(folders);
    companions = List.copyOf(companions);
  }

  LibraryFolders(List<Path> folders, String origin) {
    this(folders, List.of(), origin);
  }

  /** The file of that name in the first folder that has it. */
  Optional<Path> find(String fileName) {
    return find(folders, fileName);
  }

  /** A dependency, beside libtorch or in a companion folder. */
  Optional<Path> findDependency(String fileName) {
    return find(fileName).or(() -> find(companions, fileName));
  }

  private static Optional<Path> find(List<Path> folders, String fileName) {
    return folders.stream()
        .map(folder -> folder.resolve(fileName))
        .filter(Files::exists)
        .findFirst();
  }

  /**
   * Folders of NVIDIA's Python packages: {@code nvidia/cu13/lib} for CUDA 13 and up, {@code
   * nvidia/cublas/lib} and its like for CUDA 12 and for cuDNN and NCCL everywhere.
   *
   * @param packages folders named {@code nvidia} that may exist
   */
  static List<Path> cudaPackages(List<Path> packages) {
    Set<Path> found = new LinkedHashSet<>();
    for (Path nvidia : packages) {
      for (Path part : children(nvidia)) {
        Path lib = part.resolve("lib");
        if (Files.isDirectory(lib)) {
          found.add(lib);
        }
      }
    }
    return new ArrayList<>(found);
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> parts = Files.list(folder)) {
      return parts.sorted().toList();
    } catch (java.io.IOException e) {
      return List.of(); // unreadable: its libraries could not be opened either
    }
  }
}
