package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One thread's piece of native memory for calls: the operator's argument slots, one result slot,
 * and room for a shape and its strides.
 */
final class CallStack {
  static final int ARGUMENTS = 64;
  private static final int RESULT = ARGUMENTS;
  private static final int SIZES = RESULT + 8;
  static final int LONGEST_SHAPE = 32;
  private static final int STRIDES = SIZES + LONGEST_SHAPE;
  private static final int SLOTS = STRIDES + LONGEST_SHAPE;

  private static final ThreadLocal<CallStack> OF_THREAD = ThreadLocal.withInitial(CallStack::new);

  private final MemorySegment memory = Arena.ofAuto().allocate(SLOTS * 8L, 64);
  private final long address = memory.address();

  private CallStack() {
    LibTorch.leaveGradients();
  }

  static CallStack ofThread() {
    return OF_THREAD.get();
  }

  long address() {
    return address;
  }

  void put(int slot, long value) {
    memory.setAtIndex(ValueLayout.JAVA_LONG, slot, value);
  }

  long get(int slot) {
    return memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
  }

  long result() {
    return address + RESULT * 8L;
  }

  long resultValue() {
    return get(RESULT);
  }

  void clearResult() {
    put(RESULT, 0);
  }

  long sizes() {
    return address + SIZES * 8L;
  }

  long strides() {
    return address + STRIDES * 8L;
  }

  /** Writes one dimension of a view. */
  void putDimension(int dimension, long size, long stride) {
    put(SIZES + dimension, size);
    put(STRIDES + dimension, stride);
  }

  /** Writes a shape and the strides of a tensor that lies in memory row by row. */
  void putShape(long[] shape) {
    if (shape.length > LONGEST_SHAPE) {
      throw new IllegalArgumentException("more than " + LONGEST_SHAPE + " dimensions");
    }
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      put(SIZES + i, shape[i]);
      put(STRIDES + i, stride);
      stride *= Math.max(1, shape[i]);
    }
  }
}
