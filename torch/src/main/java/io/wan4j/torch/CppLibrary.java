package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** The C++ run-time library. */
final class CppLibrary {
  private static final Optional<SymbolLookup> LOOKUP = open();

  private CppLibrary() {}

  private static Optional<SymbolLookup> open() {
    for (String name : new String[] {"libstdc++.so.6", "libc++.1.dylib"}) {
      try {
        return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
      } catch (IllegalArgumentException e) {
        continue; // not this system's name for it
      }
    }
    return Optional.empty();
  }

  static Optional<MemorySegment> find(String symbol) {
    return LOOKUP.flatMap(lookup -> lookup.find(symbol));
  }
}
