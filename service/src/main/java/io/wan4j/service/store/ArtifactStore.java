package io.wan4j.service.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where finished files lie. A key is a path of plain names joined by {@code /}; whoever makes one
 * makes it from ids, never from what a client sent. Safe for several threads and processes.
 */
public interface ArtifactStore {
  /**
   * Takes over a finished file: afterwards the whole file is under the key, or nothing is. The file
   * may be moved away or copied.
   *
   * @throws StoreException when it could not be stored
   */
  void put(String key, Path file);

  /** Size in bytes, empty when there is nothing under the key. */
  OptionalLong size(String key);

  /**
   * Opens a part of a file.
   *
   * @param offset first byte, from 0
   * @param length number of bytes; what lies beyond the end is left out
   * @throws StoreException when there is nothing under the key
   */
  InputStream open(String key, long offset, long length);

  /** Deletes a file; nothing happens when there is none. */
  void delete(String key);
}
