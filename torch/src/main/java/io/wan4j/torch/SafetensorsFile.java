package io.wan4j.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One safetensors file, mapped into memory: eight bytes header length, a JSON header of tensor name
 * to element type, shape and byte range, then the data (github.com/huggingface/safetensors, section
 * Format). The header is checked before anything is read, since files come from strangers.
 */
final class SafetensorsFile {
  private static final long LONGEST_HEADER = 100L << 20;

  /**
   * Where a tensor lies.
   *
   * @param from first byte, counted from the end of the header
   */
  record Entry(DType type, long[] shape, long from, long to) {}

  private final Path path;
  private final MemorySegment data;
  private final Map<String, Entry> entries;
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private SafetensorsFile(Path path, MemorySegment map) {
    this.path = path;
    if (map.byteSize() < 8) {
      throw wrong("is too short");
    }
    long length = map.get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
    if (length < 2 || length > LONGEST_HEADER || length > map.byteSize() - 8) {
      throw wrong("names a header of " + length + " bytes");
    }
    String header =
        new String(map.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    this.data = map.asSlice(8 + length);
    this.entries = entries(header);
  }

  /** The mapping lives as long as any tensor made from it. */
  static SafetensorsFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new SafetensorsFile(
          path, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  Map<String, Entry> entries() {
    return entries;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** A view of the mapping; pages are read when they are first used. */
  Tensor tensor(String name) {
    Entry entry = entries.get(name);
    return Tensor.view(
        data.asSlice(entry.from(), entry.to() - entry.from()), entry.type(), entry.shape());
  }

  private Map<String, Entry> entries(String header) {
    Map<?, ?> json;
    try {
      json = Json.object(header);
    } catch (IllegalArgumentException e) {
      throw new TorchException(path + " has a broken header: " + e.getMessage(), e);
    }
    Map<String, Entry> found = new LinkedHashMap<>();
    json.forEach(
        (name, value) -> {
          if (name.equals("__metadata__")) {
            ((Map<?, ?>) value).forEach((k, v) -> metadata.put(k.toString(), v.toString()));
          } else {
            found.put((String) name, entry((String) name, value));
          }
        });
    return found;
  }

  private Entry entry(String name, Object value) {
    if (!(value instanceof Map<?, ?> map)
        || !(map.get("dtype") instanceof String typeName)
        || !(map.get("shape") instanceof List<?> shape)
        || !(map.get("data_offsets") instanceof List<?> range)
        || range.size() != 2) {
      throw wrong("describes " + name + " in an unknown way");
    }
    DType type =
        DType.ofSafetensors(typeName)
            .orElseThrow(() -> wrong("holds " + name + " in the unknown type " + typeName));
    long[] sizes = shape.stream().mapToLong(size -> (Long) size).toArray();
    long from = (Long) range.get(0);
    long to = (Long) range.get(1);
    if (from < 0 || to > data.byteSize() || to - from != Tensor.count(sizes) * type.bytes()) {
      throw wrong("gives " + name + " the bytes " + from + " to " + to);
    }
    return new Entry(type, sizes, from, to);
  }

  private TorchException wrong(String what) {
    return new TorchException(path + " " + what);
  }
}
