package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Before 2.13 libtorch tells the reason of a failure to C++'s {@code std::cerr} only. This gives
 * that stream a buffer of our own, which keeps what each thread writes; nothing else of the process
 * uses that stream, and file descriptor 2 is left alone.
 *
 * <p>Layout of {@code std::basic_streambuf<char>} in libstdc++ (bits/streambuf, unchanged since GCC
 * 3.4): the table of virtual functions, six pointers into the buffer, the locale. With empty
 * pointers every write goes through xsputn or overflow.
 */
final class ErrorStreamTap {
  private static final String CERR = "_ZSt4cerr";
  private static final String GET_BUFFER = "_ZNKSt9basic_iosIcSt11char_traitsIcEE5rdbufEv";
  private static final String SET_BUFFER =
      "_ZNSt9basic_iosIcSt11char_traitsIcEE5rdbufEPSt15basic_streambufIcS1_E";
  private static final String PLAIN_SYNC = "_ZNSt15basic_streambufIcSt11char_traitsIcEE4syncEv";
  private static final String MARK = "Exception in aoti_torch: ";

  /** Positions in the table of virtual functions. */
  private static final int SYNC = 6;

  private static final int WRITE_MANY = 12;
  private static final int WRITE_ONE = 13;
  private static final int TABLE_LENGTH = 14;

  /** Two words before the table's first function: offset to top, and type information. */
  private static final int TABLE_HEAD = 2;

  private static final int BUFFER_BYTES = 64;
  private static final int POINTERS_FROM = 8;
  private static final int POINTERS_TO = 56;

  /** Where a virtual base's offset stands, in words before the table. */
  private static final long BASE_OFFSET = -24;

  private static final int MOST_KEPT = 1 << 16;

  private final ThreadLocal<StringBuilder> written = ThreadLocal.withInitial(StringBuilder::new);

  private ErrorStreamTap() {}

  /** Empty where the C++ library is another one; messages then stay on standard error. */
  static Optional<ErrorStreamTap> install() {
    Optional<MemorySegment> cerr = CppLibrary.find(CERR);
    Optional<MemorySegment> get = CppLibrary.find(GET_BUFFER);
    Optional<MemorySegment> set = CppLibrary.find(SET_BUFFER);
    Optional<MemorySegment> sync = CppLibrary.find(PLAIN_SYNC);
    if (cerr.isEmpty() || get.isEmpty() || set.isEmpty() || sync.isEmpty()) {
      return Optional.empty();
    }
    ErrorStreamTap tap = new ErrorStreamTap();
    Linker linker = Linker.nativeLinker();
    try {
      MemorySegment stream = cerr.get().reinterpret(8);
      long table = stream.get(ValueLayout.JAVA_LONG, 0);
      long ios = stream.address() + longAt(table + BASE_OFFSET);
      long old =
          (long)
              linker.downcallHandle(get.get(), NativeLibraries.descriptor("JJ")).invokeExact(ios);
      MemorySegment buffer = tap.bufferLike(old, sync.get(), linker);
      long unused =
          (long)
              linker
                  .downcallHandle(set.get(), NativeLibraries.descriptor("JJJ"))
                  .invokeExact(ios, buffer.address());
      return Optional.of(tap);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  /** What this thread's last failure said, without the log prefix and the C++ call chain. */
  String take() {
    StringBuilder builder = written.get();
    String text = builder.toString();
    builder.setLength(0);
    int mark = text.lastIndexOf(MARK);
    String words = mark < 0 ? text : text.substring(mark + MARK.length());
    int chain = words.indexOf("\nException raised from");
    return (chain < 0 ? words : words.substring(0, chain)).strip();
  }

  private MemorySegment bufferLike(long old, MemorySegment plainSync, Linker linker)
      throws ReflectiveOperationException {
    long head = TABLE_HEAD * 8L;
    MemorySegment oldTable =
        MemorySegment.ofAddress(longAt(old) - head).reinterpret((TABLE_HEAD + TABLE_LENGTH) * 8L);
    MemorySegment table = Arena.global().allocate(oldTable.byteSize(), 8);
    table.copyFrom(oldTable);
    // The plain one, which does nothing: C++ flushes the stream again when the JVM is already gone.
    putFunction(table, SYNC, plainSync);
    putFunction(
        table,
        WRITE_MANY,
        stub(linker, "writeMany", "JJJJ", long.class, long.class, long.class, long.class));
    putFunction(
        table, WRITE_ONE, stub(linker, "writeOne", "IJI", int.class, long.class, int.class));

    MemorySegment buffer = Arena.global().allocate(BUFFER_BYTES, 8);
    buffer.copyFrom(MemorySegment.ofAddress(old).reinterpret(BUFFER_BYTES));
    buffer.set(ValueLayout.JAVA_LONG, 0, table.address() + head);
    buffer.asSlice(POINTERS_FROM, POINTERS_TO - POINTERS_FROM).fill((byte) 0);
    return buffer;
  }

  private MemorySegment stub(
      Linker linker, String method, String signature, Class<?> result, Class<?>... arguments)
      throws ReflectiveOperationException {
    MethodHandle handle =
        MethodHandles.lookup()
            .findVirtual(ErrorStreamTap.class, method, MethodType.methodType(result, arguments))
            .bindTo(this);
    FunctionDescriptor descriptor = NativeLibraries.descriptor(signature);
    return linker.upcallStub(handle, descriptor, Arena.global());
  }

  private static void putFunction(MemorySegment table, int position, MemorySegment function) {
    table.setAtIndex(ValueLayout.JAVA_LONG, TABLE_HEAD + position, function.address());
  }

  private static long longAt(long address) {
    return NativeMemory.longAt(address);
  }

  long writeMany(long self, long text, long count) {
    append(
        new String(
            MemorySegment.ofAddress(text).reinterpret(count).toArray(ValueLayout.JAVA_BYTE),
            StandardCharsets.UTF_8));
    return count;
  }

  int writeOne(long self, int character) {
    if (character >= 0) {
      append(String.valueOf((char) (character & 0xFF)));
    }
    return character < 0 ? 0 : character;
  }

  private void append(String text) {
    StringBuilder builder = written.get();
    if (builder.length() > MOST_KEPT) {
      builder.setLength(0);
    }
    builder.append(text);
  }
}
