package io.wan4j.torch;

import java.util.Optional;

/**
 * The operations of {@code rows.cu} on tensors of an NVIDIA card. {@link Kernels} takes them where
 * {@link #of} finds that they apply, and computes the same from libtorch's operations elsewhere.
 */
final class RowKernels {
  /** Numbers that a thread reads at once: 16 bytes. */
  private static final int VECTOR = 8;

  private static final int WARP = 32;
  private static final int MOST_THREADS = 1024;
  private static final int MOST_VECTORS = 8;
  private static final int MOST_BLOCKS = 4096;

  private final CudaCard card;
  private final boolean half;

  private RowKernels(CudaCard card, boolean half) {
    this.card = card;
    this.half = half;
  }

  /** For rows like these: 16-bit numbers, side by side, in vectors of eight. */
  static Optional<RowKernels> of(Tensor x) {
    if (x.device().isCpu()) {
      return Optional.empty();
    }
    DType type = x.dtype();
    boolean fits =
        (type == DType.BFLOAT16 || type == DType.FLOAT16) && fits(x.size(-1)) && isAligned(x);
    return fits
        ? CudaCard.of(x.device()).map(card -> new RowKernels(card, type == DType.FLOAT16))
        : Optional.empty();
  }

  private static boolean fits(long width) {
    return width % VECTOR == 0 && width <= (long) VECTOR * MOST_VECTORS * MOST_THREADS;
  }

  private static boolean isAligned(Tensor x) {
    return address(x) % (2 * VECTOR) == 0;
  }

  /** How a row is shared among the threads of a block. */
  private record Split(int vectors, int threads) {
    /**
     * Three or four vectors a thread, whichever leaves fewer threads idle: several reads are under
     * way at once, and few warps wait for each other. The widest rows take eight.
     */
    static Split of(long width) {
      Split three = with(3, width);
      Split four = with(4, width);
      Split narrow = three.room() < four.room() ? three : four;
      return narrow.threads() <= MOST_THREADS ? narrow : with(MOST_VECTORS, width);
    }

    private static Split with(int vectors, long width) {
      long pieces = (width + VECTOR - 1) / VECTOR;
      long threads = (pieces + vectors - 1) / vectors;
      return new Split(vectors, (int) ((threads + WARP - 1) / WARP * WARP));
    }

    private int room() {
      return vectors * threads;
    }
  }

  /**
   * Float rows of a modulation: where the first begins, how far apart they are, and how many rows
   * of the stream share one.
   */
  private record Vectors(long address, long stride) {
    static final Vectors NONE = new Vectors(0, 0);

    static Vectors orNone(Tensor vectors) {
      return vectors == null ? NONE : of(vectors.to(DType.FLOAT32));
    }

    /** [d], [B, 1, d] or [B, L, d] in 32 bits. */
    private static Vectors of(Tensor vectors) {
      long[] shape = vectors.shape();
      long[] strides = LibTorch.strides(vectors.handle(), CallStack.ofThread());
      int last = shape.length - 1;
      if (strides[last] != 1) {
        throw new IllegalArgumentException("a modulation is rows of numbers, not " + vectors);
      }
      if (shape.length == 1) {
        return new Vectors(RowKernels.address(vectors), 0);
      }
      boolean shared = shape[last - 1] == 1;
      return new Vectors(RowKernels.address(vectors), shared ? strides[0] : strides[last - 1]);
    }
  }

  Tensor norm(Tensor x, Tensor scale, Tensor shift, double offset, double epsilon) {
    Tensor out = Tensor.empty(x.dtype(), x.device(), x.shape());
    residualNorm(x, null, null, null, out, scale, shift, offset, epsilon);
    return out;
  }

  Tensor add(Tensor x, Tensor y, Tensor gate) {
    Tensor sum = Tensor.empty(x.dtype(), x.device(), x.shape());
    residualNorm(x, y, gate, sum, null, null, null, 0, 0);
    return sum;
  }

  Kernels.SumAndNorm addThenNorm(
      Tensor x, Tensor y, Tensor gate, Tensor scale, Tensor shift, double offset, double epsilon) {
    Tensor sum = Tensor.empty(x.dtype(), x.device(), x.shape());
    Tensor norm = Tensor.empty(x.dtype(), x.device(), x.shape());
    residualNorm(x, y, gate, sum, norm, scale, shift, offset, epsilon);
    return new Kernels.SumAndNorm(sum, norm);
  }

  private void residualNorm(
      Tensor given,
      Tensor added,
      Tensor gate,
      Tensor sum,
      Tensor norm,
      Tensor scale,
      Tensor shift,
      double offset,
      double epsilon) {
    try (Scope _ = Scope.open()) {
      Tensor x = given.contiguous();
      Tensor y = added == null ? null : added.contiguous();
      long width = x.size(-1);
      long rows = x.count() / width;
      Vectors gates = Vectors.orNone(gate);
      Vectors scales = Vectors.orNone(scale);
      Vectors shifts = Vectors.orNone(shift);
      Split split = Split.of(width);
      card.launch(
          "residual_norm",
          split.vectors(),
          half,
          blocks(rows),
          1,
          split.threads(),
          address(x),
          addressOrNull(y),
          addressOrNull(sum),
          addressOrNull(norm),
          gates.address(),
          gates.stride(),
          scales.address(),
          scales.stride(),
          shifts.address(),
          shifts.stride(),
          CudaDriver.bits(offset),
          CudaDriver.bits(epsilon),
          width,
          rowsPerModulation(x, rows, gate == null ? scale : gate),
          rows);
    }
  }

  /** Blocks take rows in turn: enough of them to fill any card, few enough to start quickly. */
  private static long blocks(long rows) {
    return Math.min(rows, MOST_BLOCKS);
  }

  /** 1 where each token has a modulation of its own, else the tokens of a video. */
  private static long rowsPerModulation(Tensor x, long rows, Tensor modulation) {
    boolean ownEach = modulation != null && modulation.rank() == 3 && modulation.size(1) != 1;
    return ownEach ? 1 : rows / x.size(0);
  }

  /**
   * @param x [B, L, d], rows of d numbers that may lie further apart
   * @param cos [1, L, 1, headSize/2], or null for no turn
   */
  Tensor rmsRotate(Tensor x, Tensor weight, Tensor cos, Tensor sin, double epsilon) {
    try (Scope scope = Scope.open()) {
      long width = x.size(-1);
      long[] strides = LibTorch.strides(x.handle(), CallStack.ofThread());
      boolean evenRows =
          strides[2] == 1 && (x.size(0) == 1 || strides[0] == x.size(1) * strides[1]);
      Tensor rows = evenRows && strides[1] % VECTOR == 0 ? x : x.contiguous();
      Tensor out = Tensor.empty(x.dtype(), x.device(), x.shape());
      Split split = Split.of(width);
      card.launch(
          "rms_rotate",
          split.vectors(),
          half,
          blocks(x.size(0) * x.size(1)),
          1,
          split.threads(),
          address(rows),
          address(out),
          address(weight),
          addressOrNull(cos),
          addressOrNull(sin),
          CudaDriver.bits(epsilon),
          width,
          cos == null ? 0 : 2 * cos.size(-1),
          x.size(1),
          LibTorch.strides(rows.handle(), CallStack.ofThread())[1],
          x.size(0) * x.size(1));
      return scope.keep(out);
    }
  }

  /** Rows as e4m3 with a scale each, after gelu where asked: bf16 only. */
  Fp8.Rows quantize(Tensor given, boolean gelu) {
    try (Scope scope = Scope.open()) {
      Tensor x = given.contiguous();
      long width = x.size(-1);
      long rows = x.count() / width;
      Tensor values = Tensor.empty(DType.FLOAT8_E4M3, x.device(), rows, width);
      Tensor scales = Tensor.empty(DType.FLOAT32, x.device(), rows, 1);
      Split split = Split.of(width);
      card.launch(
          "quantize_rows",
          split.vectors(),
          half,
          rows,
          1,
          split.threads(),
          address(x),
          address(values),
          address(scales),
          width,
          gelu ? 1 : 0);
      return new Fp8.Rows(scope.keep(values), scope.keep(scales));
    }
  }

  private static long addressOrNull(Tensor tensor) {
    return tensor == null ? 0 : address(tensor);
  }

  private static long address(Tensor tensor) {
    return LibTorch.dataAddress(tensor.handle(), CallStack.ofThread());
  }
}
