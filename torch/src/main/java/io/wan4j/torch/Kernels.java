package io.wan4j.torch;

import java.util.Optional;

/**
 * Operations that have several forms, of which device and element type decide the fastest: the
 * fused attention of libtorch is right almost everywhere, but its bf16 form on processors without
 * MKL is a plain loop, 70 times slower than products of blocks.
 */
public final class Kernels {
  /** Ways to compute attention. */
  public enum AttentionForm {
    /** libtorch's scaled_dot_product_attention, which on NVIDIA cards chooses among the next. */
    FUSED,
    /** cuDNN's own kernel, on NVIDIA cards. */
    CUDNN,
    /** The kernel of the FlashAttention authors that libtorch brings for NVIDIA cards. */
    FLASH,
    /** libtorch's memory-efficient kernel for NVIDIA cards. */
    EFFICIENT,
    /** Rows of queries by block: product, softmax, product. */
    BLOCKED,
    /** 16 bits on a processor without 16-bit products: in 32 bits, rounded once at the end. */
    WIDENED
  }

  /** The stream after an addition, and what a norm makes of it; both in the stream's type. */
  public record SumAndNorm(Tensor sum, Tensor norm) {}

  /** Scores of one block: small enough to stay near the cache. */
  private static final long BLOCK_SCORES = 12L << 20;

  /**
   * Heads are taken one by one, which keeps scores near the cache and is up to twice as fast;
   * together only where one head has too little to do for all threads.
   */
  private static final long FEW_SCORES = 1L << 20;

  private static final long FEWEST_ROWS = 32;

  private Kernels() {}

  /** Operations below which the plain loop is done before it matters, and it rounds less. */
  private static final long FEW_OPERATIONS = 10_000_000;

  /** The form that {@link #attention} takes for such tensors. */
  public static AttentionForm attentionForm(Device device, DType type) {
    if (Products.areWidened(device, type)) {
      return AttentionForm.WIDENED;
    }
    boolean slow = device.isCpu() && type.bytes() < 4 && !Torch.load().hasMkl();
    return slow ? AttentionForm.BLOCKED : AttentionForm.FUSED;
  }

  /** {@code softmax(q·kᵀ/√D)·v}: [B, H, L, D], [B, H, S, D], [B, H, S, D] to [B, H, L, D]. */
  public static Tensor attention(Tensor q, Tensor k, Tensor v) {
    AttentionForm form = attentionForm(q.device(), q.dtype());
    boolean small = 4 * q.count() * k.size(2) < FEW_OPERATIONS;
    return attention(q, k, v, small && form == AttentionForm.BLOCKED ? AttentionForm.FUSED : form);
  }

  public static Tensor attention(Tensor q, Tensor k, Tensor v, AttentionForm form) {
    return switch (form) {
      case FUSED -> Aten.ATTENTION.call(q, k, v);
      case CUDNN -> CudaAttention.cudnn(q, k, v);
      case FLASH -> CudaAttention.flash(q, k, v);
      case EFFICIENT -> CudaAttention.efficient(q, k, v);
      case BLOCKED -> blockedAttention(q, k, v);
      case WIDENED ->
          Scope.keeping(
              () ->
                  Aten.ATTENTION
                      .call(Products.wide(q), Products.wide(k), Products.wide(v))
                      .to(q.dtype()));
    };
  }

  /** {@code softmax(q·kᵀ·scale + bias)·v} with the bias added to the scores. */
  public static Tensor attention(Tensor q, Tensor k, Tensor v, Tensor bias, double scale) {
    AttentionForm form = attentionForm(q.device(), q.dtype());
    if (form == AttentionForm.WIDENED) {
      return Scope.keeping(
          () ->
              attention(Products.wide(q), Products.wide(k), Products.wide(v), bias, scale)
                  .to(q.dtype()));
    }
    if (form != AttentionForm.BLOCKED) {
      return Scope.keeping(
          () -> Aten.ATTENTION.call(q, k, v, bias.to(q.dtype()), 0.0, false, scale));
    }
    return Scope.keeping(
        () -> {
          Tensor scores = q.times(scale).matmul(k.transpose(-2, -1)).to(DType.FLOAT32).plus(bias);
          return scores.softmax(-1).to(v.dtype()).matmul(v);
        });
  }

  /**
   * The most scores that {@link AttentionForm#BLOCKED} holds at once, for estimates of memory; it
   * holds them twice, before and after the softmax, in the type of the queries.
   */
  public static long blockedScores(long heads, long rows, long keys) {
    long together = headsAtOnce(heads, rows, keys);
    return together * rowsAtOnce(together, rows, keys) * keys;
  }

  private static long headsAtOnce(long heads, long rows, long keys) {
    return Math.clamp(FEW_SCORES / (rows * keys), 1, heads);
  }

  private static long rowsAtOnce(long heads, long rows, long keys) {
    return Math.min(rows, Math.max(FEWEST_ROWS, BLOCK_SCORES / (heads * keys)));
  }

  private static Tensor blockedAttention(Tensor q, Tensor k, Tensor v) {
    long all = q.size(0) * q.size(1);
    long rows = q.size(2);
    long width = q.size(3);
    long keys = k.size(2);
    long heads = headsAtOnce(all, rows, keys);
    long block = rowsAtOnce(heads, rows, keys);
    try (Scope scope = Scope.open()) {
      Tensor queries = q.times(1 / Math.sqrt(width)).reshape(all, rows, width);
      Tensor columns = k.reshape(all, keys, width).transpose(1, 2);
      Tensor values = v.reshape(all, keys, width);
      Tensor out = Tensor.empty(q.dtype(), q.device(), all, rows, width);
      for (long head = 0; head < all; head += heads) {
        long until = Math.min(all, head + heads);
        for (long from = 0; from < rows; from += block) {
          long to = Math.min(rows, from + block);
          try (Scope _ = Scope.open()) {
            Tensor some = queries.slice(0, head, until).slice(1, from, to);
            Tensor weights = Aten.BMM.call(some, columns.slice(0, head, until)).softmax(-1);
            out.slice(0, head, until)
                .slice(1, from, to)
                .copyFrom(Aten.BMM.call(weights, values.slice(0, head, until)));
          }
        }
      }
      return scope.keep(out.reshape(q.size(0), q.size(1), rows, width));
    }
  }

  /**
   * {@code x / √(mean(x²) + ε) · weight} over the last dimension of [B, L, d], statistics in 32
   * bits, result in the type of x.
   */
  public static Tensor rmsNorm(Tensor x, Tensor weight, double epsilon) {
    if (x.dtype() != weight.dtype()) {
      return Scope.keeping(
          () -> {
            Tensor wide = x.to(DType.FLOAT32);
            Tensor plain = Aten.RMS_NORM.call(wide, new long[] {x.size(-1)}, null, epsilon);
            return plain.to(x.dtype()).times(weight).to(x.dtype());
          });
    }
    return RowKernels.of(x)
        .filter(_ -> x.rank() == 3)
        .map(rows -> rows.rmsRotate(x, weight, null, null, epsilon))
        .orElseGet(() -> Aten.RMS_NORM.call(x, new long[] {x.size(-1)}, weight, epsilon));
  }

  /**
   * {@link #rmsNorm} over all heads together, then {@link #rotate}.
   *
   * @param x [B, L, H·D]
   * @return [B, L, H, D]
   */
  public static Tensor rotatedRmsNorm(
      Tensor x, Tensor weight, double epsilon, Tensor cos, Tensor sin) {
    long head = 2 * cos.size(-1);
    return Scope.keeping(
        () -> {
          Optional<RowKernels> rows =
              x.dtype() == weight.dtype() && head % 8 == 0 ? RowKernels.of(x) : Optional.empty();
          return rows.isPresent()
              ? heads(rows.get().rmsRotate(x, weight, cos, sin, epsilon), head)
              : rotate(heads(rmsNorm(x, weight, epsilon), head), cos, sin);
        });
  }

  private static Tensor heads(Tensor x, long head) {
    return x.reshape(x.size(0), x.size(1), -1, head);
  }

  /** {@code LN(x)·(1 + scale) + shift} in 32 bits, result in the type of x; no learned weights. */
  public static Tensor modulatedNorm(Tensor x, Tensor shift, Tensor scale, double epsilon) {
    return RowKernels.of(x)
        .map(rows -> rows.norm(x, scale, shift, 1, epsilon))
        .orElseGet(
            () ->
                Scope.keeping(
                    () -> {
                      Tensor norm = Functions.layerNorm(x.to(DType.FLOAT32), null, null, epsilon);
                      return norm.times(scale.plus(1)).plus(shift).to(x.dtype());
                    }));
  }

  /** {@code LN(x)·weight + bias} in 32 bits, weight and bias [d] in 32 bits. */
  public static Tensor learnedNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
    return RowKernels.of(x)
        .map(rows -> rows.norm(x, weight, bias, 0, epsilon))
        .orElseGet(
            () ->
                Scope.keeping(
                    () ->
                        Functions.layerNorm(x.to(DType.FLOAT32), weight, bias, epsilon)
                            .to(x.dtype())));
  }

  /** {@code x + gate·y} in 32 bits, result in the type of x. */
  public static Tensor gatedAdd(Tensor x, Tensor y, Tensor gate) {
    return RowKernels.of(x)
        .map(rows -> rows.add(x, y, gate))
        .orElseGet(
            () ->
                Scope.keeping(
                    () -> x.to(DType.FLOAT32).plus(y.to(DType.FLOAT32).times(gate)).to(x.dtype())));
  }

  /** {@link #gatedAdd}, then {@link #learnedNorm} of it. */
  public static SumAndNorm gatedAddThenNorm(
      Tensor x, Tensor y, Tensor gate, Tensor weight, Tensor bias, double epsilon) {
    Optional<RowKernels> rows = RowKernels.of(x);
    if (rows.isPresent()) {
      return rows.get().addThenNorm(x, y, gate, weight, bias, 0, epsilon);
    }
    Tensor sum = gatedAdd(x, y, gate);
    return new SumAndNorm(sum, learnedNorm(sum, weight, bias, epsilon));
  }

  /** {@code x + y}, then {@link #modulatedNorm} of it. */
  public static SumAndNorm addThenModulatedNorm(
      Tensor x, Tensor y, Tensor shift, Tensor scale, double epsilon) {
    Optional<RowKernels> rows = RowKernels.of(x);
    if (rows.isPresent()) {
      return rows.get().addThenNorm(x, y, null, scale, shift, 1, epsilon);
    }
    Tensor sum = x.plus(y);
    return new SumAndNorm(sum, modulatedNorm(sum, shift, scale, epsilon));
  }

  /**
   * {@code x / max(‖x‖₂, least) · gain} over the channels, dimension 1, of each position; in 32
   * bits, result in the type of x. With SiLU after it where asked.
   *
   * @param gain [C, 1, 1] or [C, 1, 1, 1] in 32 bits
   */
  public static Tensor channelNorm(Tensor x, Tensor gain, double least, boolean silu) {
    return ChannelKernels.of(x)
        .map(channels -> channels.norm(x, gain, least, silu))
        .orElseGet(
            () ->
                Scope.keeping(
                    () -> {
                      Tensor wide = x.to(DType.FLOAT32);
                      Tensor length = wide.times(wide).sum(1).sqrt().atLeast(least);
                      Tensor norm = wide.over(length).timesInPlace(gain).to(x.dtype());
                      return silu ? Functions.siluInPlace(norm) : norm;
                    }));
  }

  /**
   * Turns adjacent pairs of the last dimension: {@code (a, b) → (a·cos − b·sin, a·sin + b·cos)}.
   *
   * @param x [B, L, H, D]
   * @param cos [1, L, 1, D/2]
   * @param sin [1, L, 1, D/2]
   */
  public static Tensor rotate(Tensor x, Tensor cos, Tensor sin) {
    return Scope.keeping(
        () -> {
          Tensor wide = x.to(DType.FLOAT32);
          long last = x.size(-1);
          Tensor a = wide.slice(-1, 0, last, 2);
          Tensor b = wide.slice(-1, 1, last, 2);
          Tensor first = a.times(cos).minus(b.times(sin));
          Tensor second = a.times(sin).plus(b.times(cos));
          return Functions.stack(-1, first, second).reshape(x.shape()).to(x.dtype());
        });
  }
}
