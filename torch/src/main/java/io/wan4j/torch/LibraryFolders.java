package io.wan4j.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders that hold libtorch and what it needs, and how they were found.
 *
 * @param folders searched in order for each library file
 * @param origin for people: which rule found them
 */
record LibraryFolders(List<Path> folders, String origin) {
  LibraryFolders {
    folders = List.copyOf(folders);
  }

  /** The file of that name in the first folder that has it. */
  Optional<Path> find(String fileName) {
    return folders.stream()
        .map(folder -> folder.resolve(fileName))
        .filter(Files::exists)
        .findFirst();
  }
}
