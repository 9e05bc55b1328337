package io.wan4j.engine.wan.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LibtorchRequired.class)
class TinyCheckpointTest {
  private static final long LARGEST = 8 << 20;
  private static final Parameters.Precision F32 = NetworkPrecision.of(DType.FLOAT32, Device.CPU);

  @TempDir Path folder;

  static List<String> kinds() {
    return TinyCheckpoint.kinds();
  }

  /** Networks refuse tensors that are missing, too many, or of another shape. */
  @ParameterizedTest
  @MethodSource("kinds")
  void everyPartLoads(String kind) {
    Checkpoint checkpoint = Checkpoint.open(TinyCheckpoint.of(kind, 1).write(folder.resolve(kind)));
    assertThat(checkpoint.tokenizer().encode("a cat on the sea", 512)).hasSize(6).endsWith(1);
    try (Scope _ = Scope.open()) {
      Tensor states;
      try (var text = checkpoint.textEncoder(F32)) {
        states = text.encode(checkpoint.tokenizer().encode("猫 walks", 512));
      }
      assertThat(states.toFloats()).doesNotContain(Float.NaN);
      for (String part : List.of("transformer", "transformer_2")) {
        if (checkpoint.has(part)) {
          load(checkpoint, part).close();
        }
      }
      checkpoint.vae(DType.FLOAT32, Device.CPU).close();
      if (checkpoint.has("image_encoder")) {
        checkpoint.imageEncoder(DType.FLOAT32, Device.CPU).close();
        assertThat(checkpoint.imageInput()).isNotNull();
      }
      if (checkpoint.has("audio_encoder")) {
        checkpoint.audioEncoder(Device.CPU).close();
      }
    }
  }

  private static AutoCloseableQuietly load(Checkpoint checkpoint, String part) {
    if (checkpoint.family() == CheckpointKind.SPEECH) {
      return checkpoint.speechTransformer(F32)::close;
    }
    if (checkpoint.kind().equals("WanVACEPipeline")) {
      return checkpoint.vaceTransformer(part, F32, List.of())::close;
    }
    return checkpoint.transformer(part, F32, List.of())::close;
  }

  private interface AutoCloseableQuietly extends AutoCloseable {
    @Override
    void close();
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Map<String, Integer> first = digests(TinyCheckpoint.of("tiny-a14b", 1).write(path("a")));
    Map<String, Integer> again = digests(TinyCheckpoint.of("tiny-a14b", 1).write(path("b")));
    Map<String, Integer> other = digests(TinyCheckpoint.of("tiny-a14b", 2).write(path("c")));
    assertThat(again).isEqualTo(first);
    assertThat(other.keySet()).isEqualTo(first.keySet());
    assertThat(other.get("vae/diffusion_pytorch_model.safetensors"))
        .isNotEqualTo(first.get("vae/diffusion_pytorch_model.safetensors"));
    assertThat(first.get("transformer/diffusion_pytorch_model-00001-of-00002.safetensors"))
        .as("the experts differ")
        .isNotEqualTo(
            first.get("transformer_2/diffusion_pytorch_model-00001-of-00002.safetensors"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isAFewMegabytes(String kind) throws IOException {
    Path written = TinyCheckpoint.of(kind, 1).write(path(kind));
    try (Stream<Path> files = Files.walk(written)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isBetween(1L << 19, LARGEST);
    }
  }

  @Test
  void refusesAKindThatIsNotThere() {
    assertThatThrownBy(() -> TinyCheckpoint.of("tiny-3d", 1))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("tiny-t2v");
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static Map<String, Integer> digests(Path root) throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return found;
  }
}
