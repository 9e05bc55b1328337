package io.wan4j.torch;

/** Operators in use that only NVIDIA cards have; schema text as in {@link Aten}. */
final class AtenCuda {
  /** One of the kernels behind it, on NVIDIA cards; the first result is the attention. */
  static final Op EFFICIENT_ATTENTION =
      Op.of(
          "aten::_scaled_dot_product_efficient_attention(Tensor query, Tensor key, Tensor value,"
              + " Tensor? attn_bias, bool compute_log_sumexp, float dropout_p=0.0,"
              + " bool is_causal=False, *, float? scale=None) -> (Tensor output,"
              + " Tensor log_sumexp, Tensor philox_seed, Tensor philox_offset)");

  /** Products of 8-bit rows: each row of both factors has a scale. */
  static final Op SCALED_MM =
      Op.of(
          "aten::_scaled_mm(Tensor self, Tensor mat2, Tensor scale_a, Tensor scale_b,"
              + " Tensor? bias=None, Tensor? scale_result=None, ScalarType? out_dtype=None,"
              + " bool use_fast_accum=False) -> Tensor");

  private AtenCuda() {}
}
