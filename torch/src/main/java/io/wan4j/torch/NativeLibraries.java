package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The libraries of libtorch, opened in the order of their needs, and functions found in them. */
final class NativeLibraries {
  /**
   * Dependencies first: the loader matches a library that is already open by its name, so it does
   * not matter where the build of libtorch believed them to lie.
   */
  private static final List<String> ORDER =
      List.of(
          "libgcc_s.so.1",
          "libquadmath.so.0",
          "libgfortran.so.5",
          "libopenblas.so.0",
          "libgomp.so.1",
          "libomp.dylib",
          "libgfortran.5.dylib",
          "libopenblas.0.dylib",
          "libc10.so",
          "libc10.dylib",
          "libtorch_cpu.so",
          "libtorch_cpu.dylib");

  /** Nothing refers to torch_cuda, which registers its operators when it is opened. */
  private static final List<String> CUDA = List.of("libc10_cuda.so", "libtorch_cuda.so");

  private static final Linker LINKER = Linker.nativeLinker();

  private final LibraryFolders folders;
  private final List<SymbolLookup> opened = new ArrayList<>();
  private final Optional<String> cudaRefusal;

  /** Opens everything. Libraries stay for the life of the process: libtorch cannot be unloaded. */
  NativeLibraries(LibraryFolders folders) {
    this.folders = folders;
    for (String name : ORDER) {
      folders.find(name).ifPresent(this::open);
    }
    cudaRefusal = openCuda();
  }

  /** Without its graphics half libtorch still serves the processor; the reason is kept. */
  private Optional<String> openCuda() {
    try {
      for (String name : CUDA) {
        folders.find(name).ifPresent(this::open);
      }
      return Optional.empty();
    } catch (TorchMissingException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Opens a library. A dependency that the loader cannot find is looked for in our folders, opened
   * first, and the library tried again; so each dependency comes from one place and before its
   * users (cublasLt before cublas).
   */
  private void open(Path library) {
    Set<String> tried = new HashSet<>();
    while (true) {
      try {
        opened.add(SymbolLookup.libraryLookup(library, Arena.global()));
        return;
      } catch (IllegalArgumentException e) {
        String complaint = SystemLoader.complaint(library).orElse(e.getMessage());
        Optional<Path> missing =
            SystemLoader.missing(complaint).filter(tried::add).flatMap(folders::findDependency);
        if (missing.isEmpty() || missing.get().equals(library)) {
          throw new TorchMissingException("cannot open " + library + ": " + complaint, e);
        }
        open(missing.get());
      }
    }
  }

  /** Why the half for graphics cards could not be opened, where there is one that could not. */
  Optional<String> cudaRefusal() {
    return cudaRefusal;
  }

  LibraryFolders folders() {
    return folders;
  }

  Optional<MemorySegment> find(String symbol) {
    for (SymbolLookup lookup : opened) {
      Optional<MemorySegment> found = lookup.find(symbol);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  boolean has(String symbol) {
    return find(symbol).isPresent();
  }

  /**
   * A function. The signature's first letter is the result, the others the arguments: V nothing, Z
   * bool, I int, J long or pointer, F float, D double. Pointers travel as longs: the same registers
   * in both C conventions in use, and no garbage.
   */
  MethodHandle bind(String symbol, String signature, Linker.Option... options) {
    MemorySegment address =
        find(symbol)
            .orElseThrow(
                () ->
                    new TorchMissingException(
                        folders.folders()
                            + " lack the function "
                            + symbol
                            + "; libtorch 2.10 or newer is needed"));
    return LINKER.downcallHandle(address, descriptor(signature), options);
  }

  Optional<MethodHandle> bindIfPresent(String symbol, String signature, Linker.Option... options) {
    return has(symbol) ? Optional.of(bind(symbol, signature, options)) : Optional.empty();
  }

  static FunctionDescriptor descriptor(String signature) {
    MemoryLayout[] arguments = new MemoryLayout[signature.length() - 1];
    for (int i = 1; i < signature.length(); i++) {
      arguments[i - 1] = layout(signature.charAt(i));
    }
    return signature.charAt(0) == 'V'
        ? FunctionDescriptor.ofVoid(arguments)
        : FunctionDescriptor.of(layout(signature.charAt(0)), arguments);
  }

  private static MemoryLayout layout(char letter) {
    return switch (letter) {
      case 'Z' -> ValueLayout.JAVA_BOOLEAN;
      case 'I' -> ValueLayout.JAVA_INT;
      case 'J' -> ValueLayout.JAVA_LONG;
      case 'F' -> ValueLayout.JAVA_FLOAT;
      case 'D' -> ValueLayout.JAVA_DOUBLE;
      default -> throw new IllegalArgumentException("no layout for '" + letter + "'");
    };
  }
}
