package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The system's own words about a library that does not open; Java passes on none of them. */
final class SystemLoader {
  private static final int LAZY = 1;
  private static final int LONGEST_MESSAGE = 4096;

  /** As glibc says it (elf/dl-load.c): the library's name comes first. */
  private static final Pattern MISSING =
      Pattern.compile("^(\\S+): cannot open shared object file: No such file");

  private SystemLoader() {}

  /** Why the library cannot be opened; empty where it can, or where the system has no dlerror. */
  static Optional<String> complaint(Path library) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> dlopen = linker.defaultLookup().find("dlopen");
    Optional<MemorySegment> dlerror = linker.defaultLookup().find("dlerror");
    if (dlopen.isEmpty() || dlerror.isEmpty()) {
      return Optional.empty();
    }
    MethodHandle open =
        linker.downcallHandle(
            dlopen.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    MethodHandle error =
        linker.downcallHandle(dlerror.get(), FunctionDescriptor.of(ValueLayout.JAVA_LONG));
    try (Arena arena = Arena.ofConfined()) {
      long handle = (long) open.invokeExact(arena.allocateFrom(library.toString()), LAZY);
      long text = handle == 0 ? (long) error.invokeExact() : 0;
      return text == 0
          ? Optional.empty()
          : Optional.of(MemorySegment.ofAddress(text).reinterpret(LONGEST_MESSAGE).getString(0));
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  /** The file name of the dependency that such words say is nowhere to be found. */
  static Optional<String> missing(String complaint) {
    Matcher matcher = MISSING.matcher(complaint);
    return matcher.find()
        ? Optional.of(Path.of(matcher.group(1)).getFileName().toString())
        : Optional.empty();
  }
}
