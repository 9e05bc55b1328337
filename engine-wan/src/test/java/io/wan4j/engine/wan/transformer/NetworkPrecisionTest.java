package io.wan4j.engine.wan.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of published checkpoints, and whether they keep 32 bits in a 16-bit network. */
class NetworkPrecisionTest {
  @ParameterizedTest
  @CsvSource({
    "blocks.0.norm2.weight, true, true",
    "blocks.0.scale_shift_table, true, true",
    "condition_embedder.time_embedder.linear_1.weight, true, true",
    "condition_embedder.image_embedder.norm1.bias, true, true",
    "condition_embedder.time_proj.weight, true, false",
    "proj_out.bias, true, false",
    "vace_blocks.3.proj_out.weight, false, false",
    "patch_embedding.weight, false, false",
    "blocks.0.attn1.norm_q.weight, false, false",
    "blocks.0.ffn.net.2.weight, false, false"
  })
  void keepsWhatTheReferencesKeep(String name, boolean onProcessor, boolean onCard) {
    assertThat(isWide(name, Device.CPU)).isEqualTo(onProcessor);
    assertThat(isWide(name, Device.cuda(0))).isEqualTo(onCard);
  }

  private static boolean isWide(String name, Device device) {
    return NetworkPrecision.of(DType.BFLOAT16, device).wide().test(name);
  }
}
