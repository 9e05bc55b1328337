package io.wan4j.engine.wan.checkpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.torch.DType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tensors as safetensors (github.com/huggingface/safetensors, section Format), in one file
 * or in several with the index that the hub's libraries expect.
 */
public final class SafetensorsWriter {
  private static final JsonMapper JSON = new JsonMapper();

  /** Headers are padded so that the data begins at a multiple of this. */
  private static final int ALIGNMENT = 8;

  private final Weights weights;
  private final DType type;

  /** Where the numbers come from. */
  public interface Weights {
    float[] of(String name, long[] shape);
  }

  /**
   * @param type {@code FLOAT32} or {@code BFLOAT16}
   */
  public SafetensorsWriter(Weights weights, DType type) {
    this.weights = weights;
    this.type = type;
  }

  /**
   * Writes one component's tensors.
   *
   * @param stem of the file names: {@code model} or {@code diffusion_pytorch_model}
   */
  public void write(Path folder, String stem, Map<String, long[]> shapes, int shards)
      throws IOException {
    if (shards == 1) {
      file(folder.resolve(stem + ".safetensors"), shapes);
      return;
    }
    ObjectNode index = JSON.createObjectNode();
    index.putObject("metadata").put("total_size", bytes(shapes));
    ObjectNode map = index.putObject("weight_map");
    List<Map.Entry<String, long[]>> all = new ArrayList<>(shapes.entrySet());
    for (int i = 0; i < shards; i++) {
      String name = "%s-%05d-of-%05d.safetensors".formatted(stem, i + 1, shards);
      Map<String, long[]> part = new LinkedHashMap<>();
      all.subList(all.size() * i / shards, all.size() * (i + 1) / shards)
          .forEach(entry -> part.put(entry.getKey(), entry.getValue()));
      file(folder.resolve(name), part);
      part.keySet().forEach(tensor -> map.put(tensor, name));
    }
    Files.writeString(
        folder.resolve(stem + ".safetensors.index.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + "\n");
  }

  private void file(Path file, Map<String, long[]> shapes) throws IOException {
    byte[] header = header(shapes);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(little(8).putLong(header.length).array());
      out.write(header);
      for (Map.Entry<String, long[]> tensor : shapes.entrySet()) {
        out.write(data(weights.of(tensor.getKey(), tensor.getValue())));
      }
    }
  }

  private byte[] header(Map<String, long[]> shapes) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("__metadata__").put("format", "pt");
    long at = 0;
    for (Map.Entry<String, long[]> tensor : shapes.entrySet()) {
      long end = at + count(tensor.getValue()) * type.bytes();
      ObjectNode entry = json.putObject(tensor.getKey());
      entry.put("dtype", type.safetensorsName());
      entry.putPOJO("shape", tensor.getValue());
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] text = JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = new byte[padded];
    Arrays.fill(header, (byte) ' ');
    System.arraycopy(text, 0, header, 0, text.length);
    return header;
  }

  private byte[] data(float[] values) {
    ByteBuffer bytes = little(values.length * type.bytes());
    for (float value : values) {
      if (type == DType.BFLOAT16) {
        bytes.putShort(rounded(value));
      } else {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }

  /** The upper half of the number, rounded to nearest, to even on a tie. */
  private static short rounded(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
  }

  private long bytes(Map<String, long[]> shapes) {
    return shapes.values().stream().mapToLong(shape -> count(shape) * type.bytes()).sum();
  }

  private static long count(long[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
