package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What we need of NVIDIA's driver (cuda.h): the card's properties, machine code loaded into the
 * context that libtorch works in, and launches on libtorch's own stream.
 */
final class CudaDriver {
  /** Most arguments of a kernel. */
  private static final int ARGUMENTS = 24;

  private static final int CAPABILITY_MAJOR = 75; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR
  private static final int CAPABILITY_MINOR = 76;
  private static final Optional<CudaDriver> INSTANCE = open();

  /** One thread's argument values, each followed, further up, by a pointer to it. */
  private static final ThreadLocal<MemorySegment> FRAME =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(2L * ARGUMENTS * 8, 64));

  private final SymbolLookup library;
  private final MethodHandle launch;
  private final MethodHandle pushContext;
  private final MethodHandle popContext;

  private CudaDriver(SymbolLookup library) {
    this.library = library;
    launch = bind("cuLaunchKernel", "IJIIIIIIIJJJ");
    pushContext = bind("cuCtxPushCurrent_v2", "IJ");
    popContext = bind("cuCtxPopCurrent_v2", "IJ");
  }

  private static Optional<CudaDriver> open() {
    try {
      return Optional.of(
          new CudaDriver(SymbolLookup.libraryLookup("libcuda.so.1", Arena.global())));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no NVIDIA driver on this machine
    }
  }

  /** The driver of this machine, if it has one. */
  static Optional<CudaDriver> find() {
    return INSTANCE;
  }

  /** Compute capability as one number: 90 for 9.0. */
  int capability(int device) {
    return 10 * attribute(CAPABILITY_MAJOR, device) + attribute(CAPABILITY_MINOR, device);
  }

  private int attribute(int attribute, int device) {
    return (int)
        answer(
            "cuDeviceGetAttribute",
            out ->
                (int)
                    bind("cuDeviceGetAttribute", "IJII")
                        .invokeExact(out, attribute, deviceHandle(device)));
  }

  private int deviceHandle(int device) {
    return (int)
        answer("cuDeviceGet", out -> (int) bind("cuDeviceGet", "IJI").invokeExact(out, device));
  }

  /** The context that the CUDA runtime, and so libtorch, uses on a card. */
  long context(int device) {
    int handle = deviceHandle(device);
    return answer(
        "cuDevicePrimaryCtxRetain",
        out -> (int) bind("cuDevicePrimaryCtxRetain", "IJI").invokeExact(out, handle));
  }

  /** Free and total bytes of a card. */
  long[] memory(long context) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, 2);
      push(context);
      try {
        int rc = (int) bind("cuMemGetInfo_v2", "IJJ").invokeExact(out.address(), out.address() + 8);
        require(rc, "cuMemGetInfo");
      } finally {
        pop();
      }
      return out.toArray(ValueLayout.JAVA_LONG);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  /** Waits until everything given to a stream is done. */
  void synchronize(long context, long stream) {
    push(context);
    try {
      require((int) bind("cuStreamSynchronize", "IJ").invokeExact(stream), "cuStreamSynchronize");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    } finally {
      pop();
    }
  }

  /** Loads machine code; it stays for the life of the process. */
  long load(long context, byte[] code) {
    push(context);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment image = arena.allocate(code.length, 64);
      MemorySegment.copy(code, 0, image, ValueLayout.JAVA_BYTE, 0, code.length);
      return answer(
          "cuModuleLoadData",
          out -> (int) bind("cuModuleLoadData", "IJJ").invokeExact(out, image.address()));
    } finally {
      pop();
    }
  }

  long function(long module, String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      return answer(
          "cuModuleGetFunction " + name,
          out ->
              (int) bind("cuModuleGetFunction", "IJJJ").invokeExact(out, module, text.address()));
    }
  }

  /**
   * Starts a kernel; it runs behind whatever the stream was given before.
   *
   * @param arguments one number each: pointers and 64-bit integers as they are, 32-bit integers in
   *     the lower half, floats by {@link #bits}
   */
  void launch(
      long context,
      long function,
      long blocks,
      long rows,
      int threads,
      long stream,
      long... arguments) {
    if (arguments.length > ARGUMENTS) {
      throw new IllegalArgumentException(arguments.length + " arguments of a kernel");
    }
    MemorySegment frame = FRAME.get();
    long base = frame.address();
    for (int i = 0; i < arguments.length; i++) {
      frame.setAtIndex(ValueLayout.JAVA_LONG, i, arguments[i]);
      frame.setAtIndex(ValueLayout.JAVA_LONG, ARGUMENTS + i, base + i * 8L);
    }
    push(context);
    try {
      int rc =
          (int)
              launch.invokeExact(
                  function,
                  Math.toIntExact(blocks),
                  Math.toIntExact(rows),
                  1,
                  threads,
                  1,
                  1,
                  0,
                  stream,
                  base + ARGUMENTS * 8L,
                  0L);
      require(rc, "cuLaunchKernel");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    } finally {
      pop();
    }
  }

  static long bits(double value) {
    return Float.floatToRawIntBits((float) value) & 0xFFFFFFFFL;
  }

  private void push(long context) {
    try {
      require((int) pushContext.invokeExact(context), "cuCtxPushCurrent");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  private void pop() {
    try {
      require((int) popContext.invokeExact(FRAME.get().address()), "cuCtxPopCurrent");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  /** A function of the driver that writes one result to where it is told. */
  private interface Question {
    int ask(long out) throws Throwable;
  }

  private static long answer(String name, Question question) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
      require(question.ask(out.address()), name);
      return out.get(ValueLayout.JAVA_LONG, 0);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  private MethodHandle bind(String symbol, String signature) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(symbol), NativeLibraries.descriptor(signature));
  }

  private static void require(int rc, String what) {
    if (rc != 0) {
      throw new TorchException("the NVIDIA driver refused " + what + ": error " + rc);
    }
  }
}
