package io.wan4j.media;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The OpenH264 library of the system, where it has one (Debian and Ubuntu: {@code libopenh264-7};
 * or Cisco's own binary), called directly: FFmpeg's natives hold a copy of their own.
 */
final class OpenH264Library implements AutoCloseable {
  /** A library file to use, or {@value #OFF}. */
  static final String SETTING = "WAN4J_OPENH264";

  static final String OFF = "off";

  /** The system's names of the library, the newest first. */
  private static final List<String> NAMES =
      List.of("libopenh264.so.8", "libopenh264.so.7", "libopenh264.8.dylib", "libopenh264.7.dylib");

  private static final int MAJOR = 2;
  private static final int FIRST_MINOR = 1;
  private static final int LAST_MINOR = 6;

  /** From this minor release on a part of a coded frame carries its likeness to the source. */
  private static final int MINOR_WITH_LIKENESS = 6;

  private final Arena arena;
  private final SymbolLookup symbols;
  private final int minor;

  private OpenH264Library(Arena arena, SymbolLookup symbols, int minor) {
    this.arena = arena;
    this.symbols = symbols;
    this.minor = minor;
  }

  /** Opens the library if there is one whose structures are known. */
  static Optional<OpenH264Library> open(Map<String, String> environment) {
    String setting = environment.getOrDefault(SETTING, "");
    if (setting.equals(OFF)) {
      return Optional.empty();
    }
    if (!setting.isEmpty()) {
      OpenH264Library named =
          open(setting)
              .orElseThrow(
                  () ->
                      new MediaException(
                          "%s is %s, which is no OpenH264 library of release %d.%d to %d.%d; name"
                                  .formatted(
                                      SETTING, setting, MAJOR, FIRST_MINOR, MAJOR, LAST_MINOR)
                              + " another file, or \""
                              + OFF
                              + "\""));
      return Optional.of(named);
    }
    return NAMES.stream().flatMap(name -> open(name).stream()).findFirst();
  }

  private static Optional<OpenH264Library> open(String name) {
    Arena arena = Arena.ofShared();
    try {
      SymbolLookup symbols =
          name.contains("/")
              ? SymbolLookup.libraryLookup(Path.of(name), arena)
              : SymbolLookup.libraryLookup(name, arena);
      Optional<MemorySegment> version = symbols.find("WelsGetCodecVersionEx");
      if (version.isPresent()) {
        MemorySegment numbers = arena.allocate(JAVA_INT, 4);
        new NativeCall(version.get(), FunctionDescriptor.ofVoid(ADDRESS)).run(numbers);
        int major = numbers.getAtIndex(JAVA_INT, 0);
        int minor = numbers.getAtIndex(JAVA_INT, 1);
        if (major == MAJOR && minor >= FIRST_MINOR && minor <= LAST_MINOR) {
          return Optional.of(new OpenH264Library(arena, symbols, minor));
        }
      }
    } catch (IllegalArgumentException e) {
      // not this system's name for it, or it has none
    }
    arena.close();
    return Optional.empty();
  }

  /** For people, such as 2.3. */
  String release() {
    return MAJOR + "." + minor;
  }

  /** Bytes from one part of a coded frame to the next. */
  long partStep() {
    return OpenH264Layout.PART.byteSize() + (minor < MINOR_WITH_LIKENESS ? 0 : 16);
  }

  /** Lives until the library is closed. */
  Arena arena() {
    return arena;
  }

  /** A function of the library's. */
  NativeCall function(String name, FunctionDescriptor kind) {
    return new NativeCall(
        symbols
            .find(name)
            .orElseThrow(() -> new MediaException("OpenH264 has no function " + name)),
        kind);
  }

  @Override
  public void close() {
    arena.close();
  }
}
