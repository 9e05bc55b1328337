package io.wan4j.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * libtorch's C functions, one Java method each. Handles and pointers are longs. The method handles
 * stand in static final fields because only then the compiler turns each into a direct call (0.7 µs
 * instead of several).
 *
 * <p>Functions and their release: torch/csrc/inductor/aoti_torch/c/shim.h and
 * torch/csrc/stable/c/shim.h; everything here is in 2.10 unless it is looked up as optional.
 */
final class LibTorch {
  private static final NativeLibraries LIB = LoadedLibrary.instance().libraries();

  /** Since 2.13; before, the words go to C++'s error stream only. */
  private static final MethodHandle WORDS =
      LIB.bindIfPresent("torch_exception_get_what_without_backtrace", "J").orElse(null);

  /**
   * For functions that neither block nor call back: the JVM need not leave its state. These cannot
   * fail on a live handle.
   */
  private static final Linker.Option SHORT = Linker.Option.critical(false);

  /**
   * For short functions that may fail: before 2.13 a failure calls back, through the tap below,
   * which a critical call must not do.
   */
  private static final Linker.Option[] SHORT_BUT_FALLIBLE =
      WORDS == null ? new Linker.Option[0] : new Linker.Option[] {SHORT};

  private static final MethodHandle CALL = LIB.bind("torch_call_dispatcher", "IJJJJ");
  private static final MethodHandle NEW_HANDLE =
      LIB.bind("aoti_torch_new_tensor_handle", "IJJ", SHORT);
  private static final MethodHandle DELETE = LIB.bind("aoti_torch_delete_tensor_object", "IJ");
  private static final MethodHandle LIST_NEW =
      LIB.bind("torch_new_list_reserve_size", "IJJ", SHORT);
  private static final MethodHandle LIST_PUSH = LIB.bind("torch_list_push_back", "IJJ", SHORT);
  private static final MethodHandle LIST_GET =
      LIB.bind("torch_list_get_item", "IJJJ", SHORT_BUT_FALLIBLE);
  private static final MethodHandle LIST_SIZE = LIB.bind("torch_list_size", "IJJ", SHORT);
  private static final MethodHandle LIST_DELETE = LIB.bind("torch_delete_list", "IJ");
  private static final MethodHandle STRING_NEW = LIB.bind("torch_new_string_handle", "IJJJ");
  private static final MethodHandle FROM_MEMORY =
      LIB.bind("aoti_torch_create_tensor_from_blob", "IJJJJJIIIJ");
  private static final MethodHandle EMPTY = LIB.bind("aoti_torch_empty_strided", "IJJJIIIJ");
  private static final MethodHandle REINTERPRET =
      LIB.bind("aoti_torch__reinterpret_tensor", "IJJJJJJ");
  private static final MethodHandle DATA =
      LIB.bind("aoti_torch_get_data_ptr", "IJJ", SHORT_BUT_FALLIBLE);
  private static final MethodHandle RANK = LIB.bind("aoti_torch_get_dim", "IJJ", SHORT);
  private static final MethodHandle SIZES = LIB.bind("aoti_torch_get_sizes", "IJJ", SHORT);
  private static final MethodHandle STRIDES = LIB.bind("aoti_torch_get_strides", "IJJ", SHORT);
  private static final MethodHandle DTYPE = LIB.bind("aoti_torch_get_dtype", "IJJ", SHORT);
  private static final MethodHandle DEVICE_TYPE =
      LIB.bind("aoti_torch_get_device_type", "IJJ", SHORT);
  private static final MethodHandle DEVICE_INDEX =
      LIB.bind("aoti_torch_get_device_index", "IJJ", SHORT);
  private static final MethodHandle SUBTRACT = LIB.bind("aoti_torch_aten_subtract_Tensor", "IJJDJ");
  private static final MethodHandle SCALAR_F32 =
      LIB.bind("aoti_torch_scalar_to_tensor_float32", "IFJ");
  private static final MethodHandle SET_GRADIENTS =
      LIB.bind("aoti_torch_grad_mode_set_enabled", "VZ");
  private static final AutogradKeys AUTOGRAD_KEYS = new AutogradKeys(LIB);
  private static final MethodHandle THREADS = LIB.bind("torch_get_num_threads", "IJ");

  /** Since 2.13; before, boxes come from C++'s operator new, which the callee's delete matches. */
  private static final MethodHandle BOX =
      LIB.bindIfPresent("torch_new_stable_ivalue", "IJ", SHORT).orElse(null);

  private static final MethodHandle OPERATOR_NEW = operatorNew();

  private static final long ABI_VERSION = abiVersion();
  private static final Optional<ErrorStreamTap> TAP =
      WORDS == null ? ErrorStreamTap.install() : Optional.empty();

  private static final int LONGEST_MESSAGE = 1 << 16;

  private LibTorch() {}

  static NativeLibraries libraries() {
    return LIB;
  }

  static AutogradKeys autogradKeys() {
    return AUTOGRAD_KEYS;
  }

  /** Version as three bytes at the top of a long: major, minor, patch. */
  static long abi() {
    return ABI_VERSION;
  }

  /** Calls an operator; arguments are read from the stack, results written to it. */
  static void call(long name, long overload, long stack, Op op) {
    int rc;
    try {
      rc = (int) CALL.invokeExact(name, overload, stack, ABI_VERSION);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    if (rc != 0) {
      throw failure(op.toString());
    }
  }

  /** A second handle of the same tensor. */
  static long copyHandle(long handle, CallStack stack) {
    try {
      check((int) NEW_HANDLE.invokeExact(handle, stack.result()), "copy a handle");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  static void delete(long handle) {
    try {
      check((int) DELETE.invokeExact(handle), "delete a tensor");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  static long newList(int capacity, CallStack stack) {
    try {
      check((int) LIST_NEW.invokeExact((long) capacity, stack.result()), "make a list");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  static void push(long list, long value) {
    try {
      check((int) LIST_PUSH.invokeExact(list, value), "add to a list");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  static int listSize(long list, CallStack stack) {
    try {
      check((int) LIST_SIZE.invokeExact(list, stack.result()), "read a list's size");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return (int) stack.resultValue();
  }

  static long listItem(long list, int index, CallStack stack) {
    try {
      check((int) LIST_GET.invokeExact(list, (long) index, stack.result()), "read a list");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  static void deleteList(long list) {
    try {
      check((int) LIST_DELETE.invokeExact(list), "delete a list");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  static long newString(MemorySegment utf8, CallStack stack) {
    try {
      check(
          (int) STRING_NEW.invokeExact(utf8.address(), utf8.byteSize() - 1, stack.result()),
          "make a string");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  /** A pointer to eight bytes that hold the value: how an optional argument travels. */
  static long box(long value, CallStack stack) {
    long box;
    try {
      if (BOX != null) {
        check((int) BOX.invokeExact(stack.result()), "box a value");
        box = stack.resultValue();
      } else {
        box = (long) OPERATOR_NEW.invokeExact(8L);
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    NativeMemory.putLong(box, value);
    return box;
  }

  static long fromMemory(long address, DType type, long[] shape, CallStack stack) {
    stack.putShape(shape);
    try {
      check(
          (int)
              FROM_MEMORY.invokeExact(
                  address,
                  (long) shape.length,
                  stack.sizes(),
                  stack.strides(),
                  0L,
                  type.code(),
                  Device.Kind.CPU.code(),
                  0,
                  stack.result()),
          "view memory as a tensor");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  static long empty(Device device, DType type, long[] shape, CallStack stack) {
    stack.putShape(shape);
    try {
      check(
          (int)
              EMPTY.invokeExact(
                  (long) shape.length,
                  stack.sizes(),
                  stack.strides(),
                  type.code(),
                  device.kind().code(),
                  Math.max(0, device.index()),
                  stack.result()),
          "allocate a tensor");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  /** Another view of a tensor's memory, with the sizes and strides that the stack holds. */
  static long reinterpret(long handle, int rank, long offset, CallStack stack) {
    try {
      check(
          (int)
              REINTERPRET.invokeExact(
                  handle, (long) rank, stack.sizes(), stack.strides(), offset, stack.result()),
          "view a tensor");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  /** {@code a - factor * b} on any device: the device-neutral way round add's Scalar argument. */
  static long subtract(long a, long b, double factor, CallStack stack) {
    try {
      check((int) SUBTRACT.invokeExact(a, b, factor, stack.result()), "subtract");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  /** A tensor of no dimensions on the processor. */
  static long scalar(float value, CallStack stack) {
    try {
      check((int) SCALAR_F32.invokeExact(value, stack.result()), "make a number a tensor");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  static long dataAddress(long handle, CallStack stack) {
    return query(DATA, handle, stack);
  }

  static int rank(long handle, CallStack stack) {
    return (int) query(RANK, handle, stack);
  }

  static long[] sizes(long handle, CallStack stack) {
    return NativeMemory.longs(sizesAddress(handle, stack), rank(handle, stack));
  }

  static long[] strides(long handle, CallStack stack) {
    return NativeMemory.longs(stridesAddress(handle, stack), rank(handle, stack));
  }

  /** Where the sizes lie; valid while the tensor is. */
  static long sizesAddress(long handle, CallStack stack) {
    return query(SIZES, handle, stack);
  }

  static long stridesAddress(long handle, CallStack stack) {
    return query(STRIDES, handle, stack);
  }

  static int dtype(long handle, CallStack stack) {
    return (int) query(DTYPE, handle, stack);
  }

  static Device device(long handle, CallStack stack) {
    int type = (int) query(DEVICE_TYPE, handle, stack);
    int index = (int) query(DEVICE_INDEX, handle, stack);
    return type == Device.Kind.CPU.code() ? Device.CPU : Device.cuda(index);
  }

  private static long query(MethodHandle getter, long handle, CallStack stack) {
    stack.clearResult();
    try {
      check((int) getter.invokeExact(handle, stack.result()), "ask about a tensor");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }

  /** Switches the bookkeeping of gradients off, which is a setting of each native thread. */
  static void leaveGradients() {
    try {
      SET_GRADIENTS.invokeExact(false);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    AUTOGRAD_KEYS.passBy();
  }

  static int threads(CallStack stack) {
    stack.clearResult();
    try {
      check((int) THREADS.invokeExact(stack.result()), "read the number of threads");
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return (int) stack.resultValue();
  }

  static void check(int rc, String what) {
    if (rc != 0) {
      throw failure(what);
    }
  }

  private static TorchException failure(String what) {
    return new TorchException(what + ": " + words());
  }

  /** libtorch's words about the failure that this thread just met. */
  private static String words() {
    if (WORDS == null) {
      return TAP.map(ErrorStreamTap::take).orElse("libtorch wrote the reason to standard error");
    }
    try {
      long text = (long) WORDS.invokeExact();
      return MemorySegment.ofAddress(text).reinterpret(LONGEST_MESSAGE).getString(0).strip();
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  private static long abiVersion() {
    try {
      return (long) LIB.bind("aoti_torch_abi_version", "J").invokeExact();
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  private static MethodHandle operatorNew() {
    FunctionDescriptor descriptor = NativeLibraries.descriptor("JJ");
    Optional<MemorySegment> found = CppLibrary.find("_Znwm");
    Linker linker = Linker.nativeLinker();
    // Where C++'s allocator is not found it is malloc underneath, on every system we know.
    return found
        .map(address -> linker.downcallHandle(address, descriptor, SHORT))
        .orElseGet(
            () ->
                linker.downcallHandle(
                    linker.defaultLookup().find("malloc").orElseThrow(), descriptor, SHORT));
  }
}
