package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lock that {@code huggingface_hub} takes while it fetches a file: flock(2) on a file in {@code
 * .locks}. Java's own locks are of another kind (fcntl), which flock does not see, so the C
 * functions are called. It ends with the process, however that ends.
 */
final class BlobLock implements AutoCloseable {
  private static final int EXCLUSIVE_NOT_WAITING = 2 | 4; // LOCK_EX | LOCK_NB, flock(2)
  private static final int READ_WRITE = 2; // O_RDWR, open(2)

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN =
      bind(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle FLOCK =
      bind(
          "flock",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle CLOSE =
      bind("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final int descriptor;

  private BlobLock(int descriptor) {
    this.descriptor = descriptor;
  }

  private static MethodHandle bind(String name, FunctionDescriptor type) {
    SymbolLookup symbols = LINKER.defaultLookup();
    return LINKER.downcallHandle(symbols.findOrThrow(name), type);
  }

  /** Takes the lock; empty while another holds it, in this process or another. */
  static Optional<BlobLock> tryTake(Path file) {
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.write(file, new byte[0], java.nio.file.StandardOpenOption.CREATE);
      }
    } catch (IOException e) {
      throw new HubException("cannot make " + file + ": " + e.getMessage(), e);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(file.toString());
      int descriptor = (int) OPEN.invokeExact(path, READ_WRITE);
      if (descriptor < 0) {
        throw new HubException("cannot open " + file);
      }
      if ((int) FLOCK.invokeExact(descriptor, EXCLUSIVE_NOT_WAITING) != 0) {
        int _ = (int) CLOSE.invokeExact(descriptor);
        return Optional.empty();
      }
      return Optional.of(new BlobLock(descriptor));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new HubException("cannot lock " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      int _ = (int) CLOSE.invokeExact(descriptor);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new HubException("cannot unlock", e);
    }
  }
}
