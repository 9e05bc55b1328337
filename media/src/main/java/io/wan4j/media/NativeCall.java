package io.wan4j.media;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A native function, for calls that are far apart. */
final class NativeCall {
  private final MethodHandle handle;

  NativeCall(MemorySegment address, FunctionDescriptor kind) {
    this.handle = Linker.nativeLinker().downcallHandle(address, kind);
  }

  /** Calls a function that gives nothing back. */
  void run(Object... arguments) {
    call(arguments);
  }

  /** Calls a function that gives an int back. */
  int code(Object... arguments) {
    return (int) call(arguments);
  }

  private Object call(Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native function threw", e);
    }
  }
}
