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
import java.util.List;
import java.util.Optional;

/** The libraries of libtorch, opened in the order of their needs, and functions found in them. */
final class NativeLibraries {
  /**
   * Dependencies first: the loader matches a library that is already open by its name, so it does
   * not matter where the build of libtorch believed them to lie. Nothing refers to torch_cuda,
   * which registers its operators when opened; cublasLt must come before cublas.
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
          "libtorch_cpu.dylib",
          "libcudart.so.12",
          "libcudart.so.13",
          "libcublasLt.so.12",
          "libcublasLt.so.13",
          "libcublas.so.12",
          "libcublas.so.13",
          "libc10_cuda.so",
          "libtorch_cuda.so");

  private static final Linker LINKER = Linker.nativeLinker();

  private final LibraryFolders folders;
  private final List<SymbolLookup> opened = new ArrayList<>();

  /** Opens everything. Libraries stay for the life of the process: libtorch cannot be unloaded. */
  NativeLibraries(LibraryFolders folders) {
    this.folders = folders;
    for (String name : ORDER) {
      folders.find(name).ifPresent(this::open);
    }
  }

  private void open(Path library) {
    try {
      opened.add(SymbolLookup.libraryLookup(library, Arena.global()));
    } catch (IllegalArgumentException e) {
      throw new TorchMissingException("cannot open " + library + ": " + e.getMessage(), e);
    }
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
