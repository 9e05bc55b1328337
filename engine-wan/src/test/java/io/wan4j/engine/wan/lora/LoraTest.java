package io.wan4j.engine.wan.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LibtorchRequired.class)
class LoraTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "diffusion_model.blocks.0.self_attn.q, .lora_down.weight, .lora_up.weight, blocks.0.attn1.to_q",
    "blocks.12.cross_attn.k_img, .lora_A.weight, .lora_B.weight, blocks.12.attn2.add_k_proj",
    "transformer.blocks.1.attn2.to_out.0, .lora_A.weight, .lora_B.weight, blocks.1.attn2.to_out.0",
    "transformer_2.blocks.1.ffn.net.0.proj, .lora_A.weight, .lora_B.weight,"
        + " blocks.1.ffn.net.0.proj",
    "lora_unet_blocks_3_self_attn_o, .lora_down.weight, .lora_up.weight, blocks.3.attn1.to_out.0",
    "lora_unet_blocks_3_cross_attn_v_img, .lora_down.weight, .lora_up.weight,"
        + " blocks.3.attn2.add_v_proj",
    "lora_unet_blocks_3_ffn_2, .lora_down.weight, .lora_up.weight, blocks.3.ffn.net.2",
    "lora_unet_text_embedding_0, .lora_down.weight, .lora_up.weight,"
        + " condition_embedder.text_embedder.linear_1",
    "lora_unet_head_head, .lora_down.weight, .lora_up.weight, proj_out"
  })
  void readsEveryDialect(String layer, String down, String up, String parameter)
      throws IOException {
    Lora lora = lora(Map.of(layer + down, new long[] {1, 2}, layer + up, new long[] {3, 1}));
    assertThat(lora.parameters()).containsExactly(parameter + ".weight");
    try (Scope _ = Scope.open()) {
      // All numbers are 2, rank 1, no alpha.
      assertThat(lora.change(parameter + ".weight", new long[] {3, 2}).toFloats()).containsOnly(4);
    }
  }

  @Test
  void refusesHalvesAndStrangers() {
    assertThatThrownBy(() -> lora(Map.of("blocks.0.self_attn.q.lora_up.weight", new long[] {1, 1})))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("one half");
    assertThatThrownBy(() -> lora(Map.of("blocks.0.self_attn.q.hada_w1", new long[] {1, 1})))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("hada_w1");
  }

  @Test
  void refusesWhatTheNetworkDoesNotHave() throws IOException {
    TensorSource base = TensorSource.of(Weights.folder(Fixtures.folder("lora").resolve("base")));
    Lora image = lora(Map.of("blocks.0.cross_attn.k_img.diff_b", new long[] {32}));
    assertThat(new LoraTensors(base, List.of(new LoraTensors.Applied(image, 1))).names())
        .isEqualTo(base.names());
    Lora deeper = lora(Map.of("blocks.7.self_attn.q.diff_b", new long[] {32}));
    assertThatThrownBy(() -> new LoraTensors(base, List.of(new LoraTensors.Applied(deeper, 1))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("blocks.7.attn1.to_q.bias");
  }

  /** A file in which every number is 2. */
  private Lora lora(Map<String, long[]> shapes) throws IOException {
    StringBuilder header = new StringBuilder("{");
    int floats = 0;
    for (Map.Entry<String, long[]> entry : new TreeMap<>(shapes).entrySet()) {
      int count = 1;
      StringBuilder shape = new StringBuilder();
      for (long size : entry.getValue()) {
        count *= (int) size;
        shape.append(shape.isEmpty() ? "" : ",").append(size);
      }
      header
          .append(header.length() > 1 ? "," : "")
          .append(
              "\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                  .formatted(entry.getKey(), shape, 4 * floats, 4 * (floats + count)));
      floats += count;
    }
    byte[] head = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + head.length + 4 * floats).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(head.length).put(head);
    for (int i = 0; i < floats; i++) {
      file.putFloat(2);
    }
    return Lora.read(Weights.file(Files.write(folder.resolve("lora.safetensors"), file.array())));
  }
}
