package io.wan4j.torch;

/**
 * Linear layers whose numbers have eight bits (e4m3): half the memory of bf16, and twice the rate
 * on cards since Ada and Hopper; elsewhere {@link #widened} weights meet wide activations. Every
 * row of weights and of activations has a scale of its own, {@code absmax / 448} (arXiv 2209.05433;
 * row-wise as in torch's _scaled_mm); sums are kept in 32 bits and results are bf16.
 */
public final class Fp8 {
  /** The largest number of e4m3. */
  private static final double LARGEST = 448;

  /** Below it a row counts as zero. */
  private static final double LEAST = 1e-12;

  /** Compute capability of Ada: the first that multiplies e4m3 (CUDA C++ programming guide). */
  private static final int ADA = 89;

  /** Both sides of a product must divide by this (torch's _scaled_mm). */
  private static final int GRAIN = 16;

  private Fp8() {}

  /**
   * @param values [rows, width], e4m3
   * @param scales [rows, 1], 32-bit floats: {@code values · scales} is what they stand for
   */
  public record Rows(Tensor values, Tensor scales) {}

  /**
   * Whether {@link #linear} is there for a layer; results are bf16.
   *
   * @param in and {@code out} the layer's widths
   */
  public static boolean multiplies(Device device, DType type, long in, long out) {
    return type == DType.BFLOAT16
        && in % GRAIN == 0
        && out % GRAIN == 0
        && CudaCard.of(device).map(card -> card.capability() >= ADA).orElse(false);
  }

  /** What the rows stand for, in a wider type: for devices that multiply only such. */
  public static Tensor widened(Rows rows, DType type) {
    return Scope.keeping(
        () -> rows.values().to(DType.FLOAT32).timesInPlace(rows.scales()).to(type));
  }

  /** Every row of a matrix with its own scale. */
  public static Rows quantize(Tensor matrix) {
    return RowKernels.of(matrix)
        .filter(_ -> matrix.dtype() == DType.BFLOAT16)
        .map(rows -> rows.quantize(matrix, false))
        .orElseGet(() -> quantizeByOperations(matrix));
  }

  /** {@link #quantize} of {@link Functions#geluTanh}, rounded in between as separate steps are. */
  public static Rows quantizeGelu(Tensor matrix) {
    return RowKernels.of(matrix)
        .filter(_ -> matrix.dtype() == DType.BFLOAT16)
        .map(rows -> rows.quantize(matrix, true))
        .orElseGet(() -> quantizeByOperations(Functions.geluTanh(matrix)));
  }

  private static Rows quantizeByOperations(Tensor matrix) {
    try (Scope scope = Scope.open()) {
      Tensor wide = matrix.to(DType.FLOAT32).reshape(-1, matrix.size(-1));
      Tensor largest = Aten.AMAX.call(wide.abs(), new long[] {-1}, true).atLeast(LEAST);
      Tensor values =
          wide.times(Tensor.full(LARGEST, DType.FLOAT32, matrix.device(), 1).over(largest))
              .clamp(-LARGEST, LARGEST)
              .to(DType.FLOAT8_E4M3);
      return new Rows(scope.keep(values), scope.keep(largest.over(LARGEST)));
    }
  }

  /**
   * {@code x · weightᵀ + bias} in bf16.
   *
   * @param x rows [L, in]
   * @param weight rows [out, in]
   * @param bias [out] in bf16, or null
   */
  public static Tensor linear(Rows x, Rows weight, Tensor bias) {
    return Scope.keeping(
        () ->
            AtenCuda.SCALED_MM.call(
                x.values(),
                weight.values().transpose(0, 1),
                x.scales(),
                weight.scales().transpose(0, 1),
                bias,
                null,
                DType.BFLOAT16,
                true));
  }
}
