package io.wan4j.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** All of the process's memory by address, for what libtorch points to. */
final class NativeMemory {
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private NativeMemory() {}

  static long longAt(long address) {
    return ALL.get(ValueLayout.JAVA_LONG, address);
  }

  static long[] longs(long address, int count) {
    return ALL.asSlice(address, count * 8L).toArray(ValueLayout.JAVA_LONG);
  }

  static void putLong(long address, long value) {
    ALL.set(ValueLayout.JAVA_LONG, address, value);
  }
}
