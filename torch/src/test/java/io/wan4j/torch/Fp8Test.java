package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows of eight bits on the processor, which only keeps them; products are for cards. */
@ExtendWith(LibtorchRequired.class)
class Fp8Test {
  private static final int ROWS = 9;
  private static final int WIDTH = 64;

  /** Half the distance of neighbours: e4m3 has three bits after the first, and a least of 2^-9. */
  private static final double NEAR = 1.0 / 16;

  private static final double LEAST = 1.0 / 1024;

  @Test
  void rowsStandForTheirNumbers() {
    try (Scope _ = Scope.open()) {
      Tensor sizes = Tensor.of(new float[] {1, 2, 4, 8, 100, 1e-3f, 1e-6f, 0, 1}, ROWS, 1);
      Tensor matrix = new NormalNoise(3).next(ROWS, WIDTH).times(sizes).to(DType.BFLOAT16);
      Fp8.Rows rows = Fp8.quantize(matrix);
      assertThat(rows.values().dtype()).isEqualTo(DType.FLOAT8_E4M3);
      assertThat(rows.scales().shape()).containsExactly(ROWS, 1);
      float[] scales = rows.scales().toFloats();
      float[] expected = matrix.to(DType.FLOAT32).toFloats();
      float[] actual = Fp8.widened(rows, DType.FLOAT32).toFloats();
      for (int i = 0; i < actual.length; i++) {
        double room = Math.max(NEAR * Math.abs(expected[i]), LEAST * scales[i / WIDTH]);
        assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo((float) (1.001 * room));
      }
      assertThat(Fp8.widened(rows, DType.BFLOAT16).dtype()).isEqualTo(DType.BFLOAT16);
    }
  }

  @Test
  void theProcessorMultipliesNone() {
    assertThat(Fp8.multiplies(Device.CPU, DType.BFLOAT16, 64, 64)).isFalse();
  }
}
