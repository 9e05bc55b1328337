package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Takes the calling thread past the layers of libtorch's dispatcher that keep the books of
 * gradients and of views, as {@code at::AutoDispatchBelowADInplaceOrView} does in C++. Nothing here
 * is ever trained, and the two layers are a third of what a small operator costs.
 *
 * <p>The C interface has no such switch, so c10's own functions are called where this build of
 * libtorch exports them; elsewhere every call still works, and costs more. Keys are asked for by
 * name because their numbers change between releases; a {@code std::string} is pointer, length and
 * sixteen bytes of room (bits/basic_string.h since GCC 5).
 */
final class AutogradKeys {
  private static final String PARSE =
      "_ZN3c1016parseDispatchKeyERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
  private static final String EXCLUDE =
      "_ZN3c104impl29tls_set_dispatch_key_excludedENS_11DispatchKeyEb";

  /** Removing the key of one kind of device removes the layer for all of them. */
  private static final String[] LAYERS = {"AutogradCPU", "ADInplaceOrView"};

  private static final int STRING_BYTES = 32;
  private static final int KEY_BITS = 0xFFFF;

  private final Optional<MethodHandle> exclude;
  private final int[] keys;

  AutogradKeys(NativeLibraries libraries) {
    Optional<MethodHandle> parse = libraries.bindIfPresent(PARSE, "JJ");
    exclude = parse.isEmpty() ? Optional.empty() : libraries.find(EXCLUDE).map(AutogradKeys::bind);
    keys = exclude.isEmpty() ? new int[0] : numbers(parse.get());
  }

  private static MethodHandle bind(MemorySegment function) {
    return Linker.nativeLinker()
        .downcallHandle(
            function, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, ValueLayout.JAVA_BOOLEAN));
  }

  private static int[] numbers(MethodHandle parse) {
    int[] numbers = new int[LAYERS.length];
    try (Arena arena = Arena.ofConfined()) {
      for (int i = 0; i < LAYERS.length; i++) {
        MemorySegment string = arena.allocate(STRING_BYTES, 8);
        string.set(ValueLayout.JAVA_LONG, 0, arena.allocateFrom(LAYERS[i]).address());
        string.set(ValueLayout.JAVA_LONG, 8, LAYERS[i].length());
        numbers[i] = (int) ((long) parse.invokeExact(string.address()) & KEY_BITS);
      }
      return numbers;
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  /** The layers' numbers in this release; none where it exports no way past them. */
  int[] numbers() {
    return keys.clone();
  }

  /** For the calling native thread, from now on. */
  void passBy() {
    try {
      for (int key : keys) {
        exclude.orElseThrow().invokeExact(key, true);
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }
}
