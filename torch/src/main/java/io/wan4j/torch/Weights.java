package io.wan4j.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tensors of a checkpoint by name: one safetensors file, or several with an index file ({@code
 * *.safetensors.index.json}). Nothing is copied until used; a tensor handed out keeps its file
 * mapped, so there is nothing to close.
 */
public final class Weights {
  private static final String SINGLE = ".safetensors";
  private static final String INDEX = ".safetensors.index.json";

  private final String source;
  private final Map<String, SafetensorsFile> fileOf;

  private Weights(String source, Map<String, SafetensorsFile> fileOf) {
    this.source = source;
    this.fileOf = fileOf;
  }

  /** A single file. */
  public static Weights file(Path path) {
    SafetensorsFile file = SafetensorsFile.open(path);
    Map<String, SafetensorsFile> fileOf = new LinkedHashMap<>();
    file.entries().keySet().forEach(name -> fileOf.put(name, file));
    return new Weights(path.toString(), fileOf);
  }

  /**
   * The weights in a folder: its index if there is one, else its only safetensors file.
   *
   * @throws TorchException if neither is there, or the index names what is not in its files
   */
  public static Weights folder(Path folder) {
    List<Path> indexes = endingIn(folder, INDEX);
    List<Path> files = endingIn(folder, SINGLE);
    if (indexes.size() == 1) {
      return index(indexes.getFirst());
    }
    if (indexes.isEmpty() && files.size() == 1) {
      return file(files.getFirst());
    }
    throw new TorchException(
        folder
            + " should hold one *"
            + SINGLE
            + " file or one *"
            + INDEX
            + "; it has "
            + files.size()
            + " and "
            + indexes.size());
  }

  private static Weights index(Path index) {
    Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
    Map<String, SafetensorsFile> fileOf = new LinkedHashMap<>();
    try {
      if (!(Json.object(Files.readString(index)).get("weight_map") instanceof Map<?, ?> map)) {
        throw new TorchException(index + " has no weight_map");
      }
      map.forEach(
          (name, shard) -> {
            Path path = index.resolveSibling(Path.of(shard.toString()).getFileName());
            SafetensorsFile file =
                shards.computeIfAbsent(shard.toString(), key -> SafetensorsFile.open(path));
            if (!file.entries().containsKey(name)) {
              throw new TorchException(index + " says that " + path + " holds " + name);
            }
            fileOf.put((String) name, file);
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + index, e);
    } catch (IllegalArgumentException e) {
      throw new TorchException(index + ": " + e.getMessage(), e);
    }
    return new Weights(index.toString(), fileOf);
  }

  private static List<Path> endingIn(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  public Set<String> names() {
    return fileOf.keySet();
  }

  public boolean has(String name) {
    return fileOf.containsKey(name);
  }

  /** A tensor on the processor that looks into the mapped file; it must not be written to. */
  public Tensor get(String name) {
    return file(name).tensor(name);
  }

  public long[] shape(String name) {
    return file(name).entries().get(name).shape().clone();
  }

  public DType dtype(String name) {
    return file(name).entries().get(name).type();
  }

  /** Bytes of all tensors together. */
  public long bytes() {
    return fileOf.entrySet().stream()
        .map(entry -> entry.getValue().entries().get(entry.getKey()))
        .mapToLong(entry -> entry.to() - entry.from())
        .sum();
  }

  /** The strings that a single file carries beside its tensors. */
  public Map<String, String> metadata() {
    Map<String, String> all = new LinkedHashMap<>();
    fileOf.values().stream().distinct().forEach(file -> all.putAll(file.metadata()));
    return all;
  }

  private SafetensorsFile file(String name) {
    SafetensorsFile file = fileOf.get(name);
    if (file == null) {
      throw new TorchException(source + " holds no tensor named " + name);
    }
    return file;
  }

  @Override
  public String toString() {
    return source;
  }
}
