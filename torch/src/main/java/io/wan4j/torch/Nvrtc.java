package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NVIDIA's run-time compiler, which turns CUDA C into machine code of the card at hand. It comes
 * with every PyTorch for CUDA, beside libtorch; functions as in nvrtc.h.
 */
final class Nvrtc {
  private static final List<String> NAMES = List.of("libnvrtc.so.13", "libnvrtc.so.12");

  /** Where PyTorch's packages keep it, seen from libtorch's own folder. */
  private static final List<String> PLACES =
      List.of("", "../../nvidia/cu13/lib", "../../nvidia/cuda_nvrtc/lib");

  private final SymbolLookup library;

  private Nvrtc(SymbolLookup library) {
    this.library = library;
  }

  static Optional<Nvrtc> find(LibraryFolders folders) {
    for (String file : candidates(folders)) {
      try {
        return Optional.of(
            new Nvrtc(
                file.startsWith("/")
                    ? SymbolLookup.libraryLookup(Path.of(file), Arena.global())
                    : SymbolLookup.libraryLookup(file, Arena.global())));
      } catch (IllegalArgumentException e) {
        continue; // not there, or not loadable: the next place may have one
      }
    }
    return Optional.empty();
  }

  private static List<String> candidates(LibraryFolders folders) {
    List<String> found = new ArrayList<>();
    for (String name : NAMES) {
      for (Path folder : folders.folders()) {
        for (String place : PLACES) {
          Path file = folder.resolve(place).resolve(name).normalize().toAbsolutePath();
          if (Files.exists(file)) {
            found.add(file.toString());
          }
        }
      }
    }
    found.addAll(NAMES); // and wherever the system's loader looks
    return found;
  }

  /**
   * Machine code for a card.
   *
   * @param options such as {@code --gpu-architecture=sm_90}
   * @throws TorchException with the compiler's own words
   */
  byte[] compile(String source, String name, List<String> options) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
      MemorySegment text = arena.allocateFrom(source);
      MemorySegment title = arena.allocateFrom(name);
      require(
          (int)
              bind("nvrtcCreateProgram", "IJJJIJJ")
                  .invokeExact(out.address(), text.address(), title.address(), 0, 0L, 0L),
          "create a program");
      long program = out.get(ValueLayout.JAVA_LONG, 0);
      try {
        MemorySegment list = arena.allocate(ValueLayout.JAVA_LONG, options.size());
        for (int i = 0; i < options.size(); i++) {
          list.setAtIndex(ValueLayout.JAVA_LONG, i, arena.allocateFrom(options.get(i)).address());
        }
        int rc =
            (int)
                bind("nvrtcCompileProgram", "IJIJ")
                    .invokeExact(program, options.size(), list.address());
        if (rc != 0) {
          byte[] log = read(program, "nvrtcGetProgramLogSize", "nvrtcGetProgramLog", arena);
          throw new TorchException(
              "cannot compile " + name + " " + options + ": " + new String(log).strip());
        }
        return read(program, "nvrtcGetCUBINSize", "nvrtcGetCUBIN", arena);
      } finally {
        out.set(ValueLayout.JAVA_LONG, 0, program);
        require((int) bind("nvrtcDestroyProgram", "IJ").invokeExact(out.address()), "destroy");
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  private byte[] read(long program, String size, String content, Arena arena) throws Throwable {
    MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
    require((int) bind(size, "IJJ").invokeExact(program, out.address()), size);
    MemorySegment bytes = arena.allocate(out.get(ValueLayout.JAVA_LONG, 0));
    require((int) bind(content, "IJJ").invokeExact(program, bytes.address()), content);
    return bytes.toArray(ValueLayout.JAVA_BYTE);
  }

  private MethodHandle bind(String symbol, String signature) {
    FunctionDescriptor descriptor = NativeLibraries.descriptor(signature);
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(symbol), descriptor);
  }

  private static void require(int rc, String what) {
    if (rc != 0) {
      throw new TorchException("NVRTC could not " + what + ": error " + rc);
    }
  }
}
