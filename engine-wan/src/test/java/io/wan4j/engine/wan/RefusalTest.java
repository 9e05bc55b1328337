package io.wan4j.engine.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is not understood is refused by name. */
@ExtendWith(LibtorchRequired.class)
class RefusalTest {
  private final Path folder = Fixtures.folder("transformer").resolve("t2v");
  private final Weights weights =
      Weights.file(folder.resolve("diffusion_pytorch_model.safetensors"));

  @Test
  void unknownAndMissingKeys() throws IOException {
    String json = Files.readString(folder.resolve("config.json"));
    refuses(json.replace("\"eps\"", "\"epsilon\""), "lacks eps");
    refuses(json.replaceFirst("\\{", "{\"new_feature\": 1,"), "new_feature");
    refuses(json.replace("\"ffn_dim\": 64", "\"ffn_dim\": \"64\""), "ffn_dim");
    refuses(json.replace("rms_norm_across_heads", "layer_norm"), "qk_norm");
  }

  private void refuses(String json, String named) {
    assertThatThrownBy(
            () ->
                WanTransformer.load(
                    Config.parse("config.json", json),
                    TensorSource.of(weights),
                    DType.FLOAT32,
                    Device.CPU))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining(named);
  }

  @Test
  void unknownMissingAndMisshapenTensors() {
    refuses(without("blocks.1.attn2.to_k.bias"), "lacks the tensor blocks.1.attn2.to_k.bias");
    refuses(with("blocks.2.attn1.to_q.weight"), "blocks.2.attn1.to_q.weight");
    refuses(swapped("proj_out.bias", "proj_out.weight"), "proj_out.bias has the shape");
  }

  private void refuses(TensorSource tensors, String named) {
    assertThatThrownBy(
            () ->
                WanTransformer.load(
                    Config.read(folder.resolve("config.json")), tensors, DType.FLOAT32, Device.CPU))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(named);
  }

  private TensorSource without(String name) {
    Set<String> names = new LinkedHashSet<>(weights.names());
    assertThat(names.remove(name)).isTrue();
    return source(names, name, name);
  }

  private TensorSource with(String name) {
    Set<String> names = new LinkedHashSet<>(weights.names());
    names.add(name);
    return source(names, name, "proj_out.weight");
  }

  private TensorSource swapped(String name, String other) {
    return source(weights.names(), name, other);
  }

  private TensorSource source(Set<String> names, String name, String taken) {
    return new TensorSource() {
      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public long[] shape(String wanted) {
        return weights.shape(wanted.equals(name) ? taken : wanted);
      }

      @Override
      public Tensor get(String wanted) {
        return weights.get(wanted.equals(name) ? taken : wanted);
      }
    };
  }

  @Test
  void foldersWithoutACheckpoint(@TempDir Path empty) {
    assertThatThrownBy(() -> Checkpoint.open(empty))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(empty.toString());
  }

  @Test
  void sizesThatDoNotDivide() {
    VaeConfig vae = VaeConfig.published("2.1");
    try (Scope _ = Scope.open()) {
      Tensor noise = new FilmSize(64, 48, 10).noise(vae, 1L << 40);
      assertThat(noise.shape()).containsExactly(1, 16, 3, 6, 8);
    }
    assertThatThrownBy(() -> new FilmSize(830, 480, 81).noise(vae, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
    assertThatThrownBy(() -> new FilmSize(832, 480, 0).noise(vae, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
