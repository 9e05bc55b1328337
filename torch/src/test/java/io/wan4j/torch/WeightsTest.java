package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LibtorchRequired.class)
class WeightsTest {
  @TempDir Path folder;
  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
  }

  @ParameterizedTest
  @CsvSource({
    "F64, 0000000000000840, 3",
    "F32, 00004040, 3",
    "F16, 0042, 3",
    "BF16, 4040, 3",
    "F8_E4M3, 44, 3",
    "F8_E5M2, 42, 3",
    "I64, 0300000000000000, 3",
    "I32, 03000000, 3",
    "I16, 0300, 3",
    "I8, FD, -3",
    "U8, FD, 253",
    "BOOL, 01, 1"
  })
  void readsEveryType(String type, String hex, float value) throws IOException {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex);
    Path file = file("one", header("a", type, "[]", 0, bytes.length), bytes);
    Weights weights = Weights.file(file);
    assertThat(weights.get("a").item()).isEqualTo(value);
    assertThat(weights.dtype("a").safetensorsName()).isEqualTo(type);
    assertThat(weights.bytes()).isEqualTo(bytes.length);
  }

  @Test
  void readsShardsThroughTheIndex() throws IOException {
    file("model-00001-of-00002", header("a", "F32", "[2]", 0, 8), floats(1, 2));
    file("model-00002-of-00002", header("b.c", "F32", "[1,1]", 0, 4), floats(3));
    index(
        "{\"a\":\"model-00001-of-00002.safetensors\",\"b.c\":\"model-00002-of-00002.safetensors\"}");
    Weights weights = Weights.folder(folder);
    assertThat(weights.names()).containsExactly("a", "b.c");
    assertThat(weights.get("a").toFloats()).containsExactly(1, 2);
    assertThat(weights.shape("b.c")).containsExactly(1, 1);
    assertThatThrownBy(() -> weights.get("d"))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("no tensor named d");
  }

  @Test
  void refusesAnIndexThatPromisesTooMuch() throws IOException {
    file("m", header("a", "F32", "[1]", 0, 4), floats(1));
    index("{\"b\":\"m.safetensors\"}");
    assertThatThrownBy(() -> Weights.folder(folder))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("holds b");
  }

  @Test
  void readsMetadata() throws IOException {
    Path file =
        file(
            "m",
            "{\"__metadata__\":{\"k\":\"\\u0041\\n\"},"
                + header("a", "F32", "[1]", 0, 4).substring(1),
            floats(1));
    assertThat(Weights.file(file).metadata()).containsEntry("k", "A\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
        "{\"a\":{\"dtype\":\"Q4\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\"",
        "[]",
      })
  void refusesBrokenHeaders(String header) throws IOException {
    Path file = file("bad", header, floats(1));
    assertThatThrownBy(() -> Weights.file(file))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("bad.safetensors");
  }

  @Test
  void refusesAHeaderLongerThanTheFile() throws IOException {
    Path file = folder.resolve("short.safetensors");
    Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, 127});
    assertThatThrownBy(() -> Weights.file(file)).isInstanceOf(TorchException.class);
    assertThatThrownBy(() -> Weights.folder(folder.resolve("..").resolve("none")))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }

  private void index(String map) throws IOException {
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"metadata\":{\"total_size\":12},\"weight_map\":" + map + "}");
  }

  private static String header(String name, String type, String shape, long from, long to) {
    return "{\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}}"
        .formatted(name, type, shape, from, to);
  }

  private Path file(String name, String header, byte[] data) throws IOException {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + head.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(head.length).put(head).put(data);
    return Files.write(folder.resolve(name + ".safetensors"), buffer.array());
  }

  private static byte[] floats(float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return buffer.array();
  }
}
