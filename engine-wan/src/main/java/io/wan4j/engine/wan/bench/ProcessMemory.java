package io.wan4j.engine.wan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process as Linux counts it (proc(5), status and clear_refs). */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final long KIBIBYTE = 1024;

  private ProcessMemory() {}

  static boolean isCounted() {
    return Files.isReadable(STATUS) && Files.isWritable(CLEAR);
  }

  /** Bytes now. */
  static long now() {
    return field("VmRSS:");
  }

  /** Bytes at the highest mark since {@link #resetPeak}. */
  static long peak() {
    return field("VmHWM:");
  }

  /** Sets the highest mark back to the present size. */
  static void resetPeak() {
    try {
      Files.writeString(CLEAR, "5");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + CLEAR, e);
    }
  }

  private static long field(String name) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KIBIBYTE)
          .findFirst()
          .orElseThrow(() -> new IOException("no line " + name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STATUS, e);
    }
  }
}
