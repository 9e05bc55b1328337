package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LibtorchRequired.class)
class KernelsTest {
  private final Scope scope = Scope.open();
  private final NormalNoise noise = new NormalNoise(5);

  @AfterEach
  void close() {
    scope.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"FUSED", "BLOCKED", "WIDENED"})
  void attentionEqualsTheDefinition(Kernels.AttentionForm form) {
    Tensor q = noise.next(1, 2, 37, 8);
    Tensor k = noise.next(1, 2, 51, 8);
    Tensor v = noise.next(1, 2, 51, 8);
    float[] expected = attention(q.toFloats(), k.toFloats(), v.toFloats(), 2, 37, 51, 8);
    assertClose(Kernels.attention(q, k, v, form), expected, 1e-5);
    Tensor coarse =
        Kernels.attention(q.to(DType.BFLOAT16), k.to(DType.BFLOAT16), v.to(DType.BFLOAT16), form);
    assertThat(coarse.dtype()).isEqualTo(DType.BFLOAT16);
    assertClose(coarse, expected, 2e-2);
  }

  /** So many keys that a head is taken alone, in several blocks of rows. */
  @Test
  void headsAndRowsByBlocksEqualTheWhole() {
    long keys = 200_000;
    long rows = 70;
    Tensor q = noise.next(1, 3, (int) rows, 4);
    Tensor k = noise.next(1, 3, (int) keys, 4);
    Tensor v = noise.next(1, 3, (int) keys, 4);
    assertThat(Kernels.blockedScores(3, rows, keys)).isLessThan(rows * keys);
    float[] whole = Kernels.attention(q, k, v, Kernels.AttentionForm.FUSED).toFloats();
    assertClose(Kernels.attention(q, k, v, Kernels.AttentionForm.BLOCKED), whole, 1e-5);
  }

  @Test
  void widensSixteenBitsWhereTheProcessorHasNoProductsOfThem() {
    boolean plain = !Torch.load().hasFastBf16();
    for (DType type : new DType[] {DType.BFLOAT16, DType.FLOAT16}) {
      assertThat(Products.areWidened(Device.CPU, type)).isEqualTo(plain);
      assertThat(Products.areWidened(Device.cuda(0), type)).isFalse();
    }
    assertThat(Products.areWidened(Device.CPU, DType.FLOAT32)).isFalse();
    assertThat(Kernels.attentionForm(Device.CPU, DType.BFLOAT16) == Kernels.AttentionForm.WIDENED)
        .isEqualTo(plain);
    DType[] seen = new DType[1];
    Tensor x = noise.next(3, 700).to(DType.BFLOAT16);
    Products.product(
        x,
        x,
        null,
        (a, b, _) -> {
          seen[0] = a.dtype();
          return a.times(b);
        });
    assertThat(seen[0]).isEqualTo(plain ? DType.FLOAT32 : DType.BFLOAT16);
  }

  @Test
  void sixteenBitProductsEqualTheExactSumsWithinOneRounding() {
    int width = 700;
    Tensor x = noise.next(3, width).to(DType.BFLOAT16);
    Tensor w = noise.next(5, width).to(DType.BFLOAT16);
    Tensor bias = noise.next(5).to(DType.BFLOAT16);
    float[] a = x.toFloats();
    float[] b = w.toFloats();
    float[] c = bias.toFloats();
    float[] linear = Functions.linear(x, w, bias).toFloats();
    float[] product = x.matmul(w.transpose(0, 1)).toFloats();
    Tensor video = x.reshape(3, width, 1, 1, 1);
    Tensor kernel = w.reshape(5, width, 1, 1, 1);
    long[] ones = {1, 1, 1};
    Tensor convolved = Functions.conv3d(video, kernel, bias, ones, new long[3]);
    assertThat(convolved.dtype()).isEqualTo(DType.BFLOAT16);
    float[] conv = convolved.toFloats();
    for (int row = 0; row < 3; row++) {
      for (int out = 0; out < 5; out++) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
          sum += (double) a[row * width + i] * b[out * width + i];
        }
        int at = row * 5 + out;
        assertThat((double) product[at]).isEqualTo(sum, within(Math.abs(sum) / 256 + 1e-4));
        double all = sum + c[out];
        assertThat((double) linear[at]).isEqualTo(all, within(Math.abs(all) / 256 + 1e-4));
        assertThat((double) conv[at]).isEqualTo(all, within(Math.abs(all) / 256 + 1e-4));
      }
    }
  }

  @Test
  void attentionTakesABias() {
    Tensor q = noise.next(1, 1, 2, 4);
    Tensor bias = Tensor.of(new float[] {0, -1e9f, -1e9f, 0}, 1, 1, 2, 2);
    Tensor v = Tensor.of(new float[] {1, 2}, 1, 1, 2, 1);
    for (DType type : new DType[] {DType.FLOAT32, DType.BFLOAT16}) {
      Tensor out = Kernels.attention(q.to(type), q.to(type), v.to(type), bias, 1);
      assertThat(out.toFloats()).containsExactly(1, 2);
    }
  }

  @Test
  void rmsNormEqualsTheDefinition() {
    Tensor x = Tensor.of(new float[] {3, 4, 0, 0, 0, 0}, 2, 3);
    Tensor weight = Tensor.of(new float[] {1, 2, 3}, 3);
    float root = (float) Math.sqrt(25f / 3 + 1e-6);
    float[] expected = {3 / root, 8 / root, 0, 0, 0, 0};
    assertClose(Kernels.rmsNorm(x, weight, 1e-6), expected, 1e-6);
    assertClose(Kernels.rmsNorm(x.to(DType.BFLOAT16), weight, 1e-6), expected, 1e-2);
  }

  @Test
  void modulatedNormAndGate() {
    Tensor x = Tensor.of(new float[] {1, 3}, 1, 1, 2);
    Tensor shift = Tensor.of(new float[] {10, 20}, 1, 1, 2);
    Tensor scale = Tensor.of(new float[] {1, 0}, 1, 1, 2);
    assertClose(Kernels.modulatedNorm(x, shift, scale, 0), new float[] {8, 21}, 1e-4);
    assertClose(Kernels.gatedAdd(x, x, scale), new float[] {2, 3}, 0);
    assertThat(Kernels.gatedAdd(x.to(DType.BFLOAT16), x, scale).dtype()).isEqualTo(DType.BFLOAT16);
  }

  @Test
  void rotatesAdjacentPairs() {
    Tensor x = Tensor.of(new float[] {1, 0, 0, 1}, 1, 1, 1, 4);
    Tensor cos = Tensor.of(new float[] {0, (float) Math.cos(1)}, 1, 1, 1, 2);
    Tensor sin = Tensor.of(new float[] {1, (float) Math.sin(1)}, 1, 1, 1, 2);
    assertClose(
        Kernels.rotate(x, cos, sin),
        new float[] {0, 1, -(float) Math.sin(1), (float) Math.cos(1)},
        1e-6);
  }

  private static void assertClose(Tensor actual, float[] expected, double tolerance) {
    float[] values = actual.toFloats();
    assertThat(values).hasSameSizeAs(expected);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(expected[i], within((float) tolerance));
    }
  }

  private static float[] attention(
      float[] q, float[] k, float[] v, int heads, int rows, int keys, int width) {
    float[] out = new float[heads * rows * width];
    for (int h = 0; h < heads; h++) {
      for (int i = 0; i < rows; i++) {
        double[] weights = new double[keys];
        double sum = 0;
        for (int j = 0; j < keys; j++) {
          double dot = 0;
          for (int d = 0; d < width; d++) {
            dot += q[(h * rows + i) * width + d] * k[(h * keys + j) * width + d];
          }
          weights[j] = Math.exp(dot / Math.sqrt(width));
          sum += weights[j];
        }
        for (int d = 0; d < width; d++) {
          double mixed = 0;
          for (int j = 0; j < keys; j++) {
            mixed += weights[j] / sum * v[(h * keys + j) * width + d];
          }
          out[(h * rows + i) * width + d] = (float) mixed;
        }
      }
    }
    return out;
  }
}
