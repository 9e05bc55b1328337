package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * CUDA's run-time library, as far as libtorch's C interface leaves a question open. Asking it
 * touches no card: a first tensor would set up hundreds of megabytes on each.
 */
final class CudaRuntime {
  private CudaRuntime() {}

  /** Cards that the driver shows to this process; empty where libtorch hides the library. */
  static OptionalInt deviceCount() {
    // The library is a dependency of libtorch_cuda, whose lookup sees its dependencies too.
    Optional<MemorySegment> function = LibTorch.libraries().find("cudaGetDeviceCount");
    if (function.isEmpty()) {
      return OptionalInt.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      int rc =
          (int)
              Linker.nativeLinker()
                  .downcallHandle(
                      function.get(),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                  .invokeExact(count);
      return OptionalInt.of(rc == 0 ? count.get(ValueLayout.JAVA_INT, 0) : 0);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }
}
