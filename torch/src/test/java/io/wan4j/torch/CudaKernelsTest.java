package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our own kernels on an NVIDIA card give what libtorch's operations give on the processor. Skipped
 * where there is no card; {@code bench/gpu/run.sh parity} runs it on a machine that has one.
 */
@ExtendWith(LibtorchRequired.class)
class CudaKernelsTest {
  /** One rounding of bf16, and the next number for halves that fall the other way. */
  private static final double ROUNDING = 1.0 / 128;

  private static final Device CARD = Device.cuda(0);
  private final NormalNoise noise = new NormalNoise(7);

  @BeforeEach
  void needsACard() {
    assumeTrue(Torch.load().devices().contains(CARD), "no NVIDIA card on this machine");
  }

  private Tensor normal(DType type, long... shape) {
    return noise.next(shape).to(type);
  }

  private static Tensor on(Device device, Tensor tensor) {
    return tensor.to(device);
  }

  /** Computes on both, and compares; widths that a thread holds in one, two and four vectors. */
  private static void same(Function<Device, Tensor> work) {
    Tensor expected = work.apply(Device.CPU);
    Tensor actual = work.apply(CARD);
    assertThat(actual.device()).isEqualTo(CARD);
    assertThat(actual.shape()).isEqualTo(expected.shape());
    float[] a = actual.toFloats();
    float[] b = expected.toFloats();
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i])));
    }
    assertThat(worst).isLessThanOrEqualTo(ROUNDING);
  }

  @Test
  void modulatedNorms() {
    for (long width : new long[] {64, 1536, 5120, 13824, 24576}) {
      for (DType type : new DType[] {DType.BFLOAT16, DType.FLOAT16}) {
        try (Scope _ = Scope.open()) {
          Tensor x = normal(type, 2, 5, width);
          Tensor six = normal(DType.FLOAT32, 2, 1, 6, width).times(0.3);
          same(
              device -> {
                Tensor m = on(device, six);
                Tensor shift = m.select(2, 1);
                Tensor scale = m.select(2, 4);
                return Kernels.modulatedNorm(on(device, x), shift, scale, 1e-6);
              });
        }
      }
    }
  }

  @Test
  void everyTokenWithItsOwnModulation() {
    try (Scope _ = Scope.open()) {
      Tensor x = normal(DType.BFLOAT16, 2, 5, 1536);
      Tensor y = normal(DType.BFLOAT16, 2, 5, 1536);
      Tensor six = normal(DType.FLOAT32, 2, 5, 6, 1536).times(0.3);
      same(
          device -> {
            Tensor m = on(device, six);
            return Kernels.addThenModulatedNorm(
                    on(device, x), on(device, y), m.select(2, 0), m.select(2, 3), 1e-6)
                .norm();
          });
      same(device -> Kernels.gatedAdd(on(device, x), on(device, y), on(device, six).select(2, 5)));
    }
  }

  @Test
  void gatedSumsAndTheirNorms() {
    try (Scope _ = Scope.open()) {
      Tensor x = normal(DType.BFLOAT16, 1, 7, 5120);
      Tensor y = normal(DType.BFLOAT16, 1, 7, 5120);
      Tensor gate = normal(DType.FLOAT32, 1, 1, 5120);
      Tensor weight = normal(DType.FLOAT32, 5120);
      Tensor bias = normal(DType.FLOAT32, 5120);
      for (boolean norm : new boolean[] {false, true}) {
        same(
            device -> {
              Kernels.SumAndNorm both =
                  Kernels.gatedAddThenNorm(
                      on(device, x),
                      on(device, y),
                      on(device, gate),
                      on(device, weight),
                      on(device, bias),
                      1e-6);
              return norm ? both.norm() : both.sum();
            });
      }
    }
  }

  @Test
  void normalisedAndTurnedHeads() {
    try (Scope _ = Scope.open()) {
      Tensor x = normal(DType.BFLOAT16, 2, 9, 3 * 1536);
      Tensor weight = normal(DType.BFLOAT16, 1536);
      Tensor cos = normal(DType.FLOAT32, 1, 9, 1, 64);
      Tensor sin = normal(DType.FLOAT32, 1, 9, 1, 64);
      // The middle third of each row, as products for several layers at once would leave it.
      same(
          device ->
              Kernels.rotatedRmsNorm(
                  on(device, x).slice(2, 1536, 3072),
                  on(device, weight),
                  1e-6,
                  on(device, cos),
                  on(device, sin)));
      same(device -> Kernels.rmsNorm(on(device, x).slice(2, 0, 1536), on(device, weight), 1e-6));
    }
  }

  @Test
  void channelNormsInBothLayouts() {
    for (long channels : new long[] {96, 384, 1024}) {
      try (Scope _ = Scope.open()) {
        Tensor x = normal(DType.BFLOAT16, 1, channels, 2, 8, 12);
        Tensor gain = normal(DType.FLOAT32, channels, 1, 1, 1);
        for (MemoryFormat format :
            new MemoryFormat[] {MemoryFormat.CONTIGUOUS, MemoryFormat.CHANNELS_LAST_3D}) {
          same(
              device ->
                  Kernels.channelNorm(
                      on(device, x).contiguous(format), on(device, gain), 1e-12, true));
        }
      }
    }
  }

  /** Eight bits lose a sixteenth at most, of each number against its row's largest. */
  @Test
  void rowsOfEightBits() {
    for (long width : new long[] {1536, 13824}) {
      try (Scope _ = Scope.open()) {
        Tensor x = on(CARD, normal(DType.BFLOAT16, 33, width));
        for (boolean gelu : new boolean[] {false, true}) {
          Fp8.Rows rows = gelu ? Fp8.quantizeGelu(x) : Fp8.quantize(x);
          float[] given = (gelu ? Functions.geluTanh(x) : x).toFloats();
          float[] back = rows.values().to(DType.FLOAT32).times(rows.scales()).toFloats();
          for (int i = 0; i < given.length; i++) {
            assertThat(Math.abs(given[i] - back[i]))
                .isLessThanOrEqualTo(Math.abs(given[i]) / 16 + 0.001f);
          }
        }
      }
    }
  }

  @Test
  void productsOfEightBits() {
    try (Scope _ = Scope.open()) {
      Tensor x = on(CARD, normal(DType.BFLOAT16, 40, 1536));
      Tensor w = on(CARD, normal(DType.BFLOAT16, 512, 1536));
      Tensor bias = on(CARD, normal(DType.BFLOAT16, 512));
      float[] wide = Functions.linear(x, w, bias).toFloats();
      float[] narrow = Fp8.linear(Fp8.quantize(x), Fp8.quantize(w), bias).toFloats();
      double error = 0;
      double size = 0;
      for (int i = 0; i < wide.length; i++) {
        error += Math.pow(wide[i] - narrow[i], 2);
        size += Math.pow(wide[i], 2);
      }
      assertThat(Math.sqrt(error / size)).isLessThan(0.05);
    }
  }

  @Test
  void formsOfAttention() {
    try (Scope _ = Scope.open()) {
      Tensor q = normal(DType.BFLOAT16, 1, 4, 100, 128);
      Tensor k = normal(DType.BFLOAT16, 1, 4, 77, 128);
      Tensor v = normal(DType.BFLOAT16, 1, 4, 77, 128);
      for (Kernels.AttentionForm form :
          new Kernels.AttentionForm[] {
            Kernels.AttentionForm.FUSED,
            Kernels.AttentionForm.CUDNN,
            Kernels.AttentionForm.FLASH,
            Kernels.AttentionForm.EFFICIENT
          }) {
        same(
            device ->
                Kernels.attention(
                    on(device, q),
                    on(device, k),
                    on(device, v),
                    device.isCpu() ? Kernels.AttentionForm.FUSED : form));
      }
    }
  }
}
