package io.wan4j.torch;

/**
 * The operators in use, by the schema text of aten/src/ATen/native/native_functions.yaml (the same
 * from 2.10 to 2.13). {@link SelfTest} calls each of them.
 */
final class Aten {
  static final Op LINEAR =
      Op.of("aten::linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor");
  static final Op MATMUL = Op.of("aten::matmul(Tensor self, Tensor other) -> Tensor");
  static final Op BMM = Op.of("aten::bmm(Tensor self, Tensor mat2) -> Tensor");
  static final Op SOFTMAX =
      Op.of("aten::softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor");
  static final Op ATTENTION =
      Op.of(
          "aten::scaled_dot_product_attention(Tensor query, Tensor key, Tensor value,"
              + " Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *,"
              + " float? scale=None, bool enable_gqa=False) -> Tensor");

  static final Op RANDN =
      Op.of(
          "aten::randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None,"
              + " Device? device=None, bool? pin_memory=None) -> Tensor");
  static final Op EMPTY_LIKE =
      Op.of(
          "aten::empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None,"
              + " Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None)"
              + " -> Tensor");
  static final Op AMAX =
      Op.of("aten::amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor");
  static final Op CONV1D =
      Op.of(
          "aten::conv1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=1,"
              + " SymInt[1] padding=0, SymInt[1] dilation=1, SymInt groups=1) -> Tensor");
  static final Op CONV2D =
      Op.of(
          "aten::conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1,"
              + " SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor");
  static final Op CONV3D =
      Op.of(
          "aten::conv3d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=1,"
              + " SymInt[3] padding=0, SymInt[3] dilation=1, SymInt groups=1) -> Tensor");
  static final Op PAD =
      Op.of(
          "aten::pad(Tensor self, SymInt[] pad, str mode=\"constant\", float? value=None)"
              + " -> Tensor");
  static final Op LAYER_NORM =
      Op.of(
          "aten::layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None,"
              + " Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor");
  static final Op RMS_NORM =
      Op.of(
          "aten::rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None,"
              + " float? eps=None) -> Tensor");
  static final Op EMBEDDING =
      Op.of(
          "aten::embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1,"
              + " bool scale_grad_by_freq=False, bool sparse=False) -> Tensor");
  static final Op NEAREST_EXACT_2D =
      Op.of(
          "aten::_upsample_nearest_exact2d.vec(Tensor input, SymInt[]? output_size,"
              + " float[]? scale_factors) -> Tensor");
  static final Op BILINEAR_2D =
      Op.of(
          "aten::upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, bool align_corners,"
              + " float[]? scale_factors) -> Tensor");
  static final Op BICUBIC_2D =
      Op.of(
          "aten::upsample_bicubic2d.vec(Tensor input, SymInt[]? output_size, bool align_corners,"
              + " float[]? scale_factors) -> Tensor");
  static final Op QR =
      Op.of("aten::linalg_qr(Tensor A, str mode='reduced') -> (Tensor Q, Tensor R)");

  static final Op SILU = Op.of("aten::silu(Tensor self) -> Tensor");
  static final Op SILU_IN_PLACE = Op.of("aten::silu_(Tensor(a!) self) -> Tensor(a!)");
  static final Op GELU = Op.of("aten::gelu(Tensor self, *, str approximate='none') -> Tensor");
  static final Op MUL = Op.of("aten::mul.Tensor(Tensor self, Tensor other) -> Tensor");
  static final Op MUL_IN_PLACE =
      Op.of("aten::mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)");
  static final Op DIV = Op.of("aten::div.Tensor(Tensor self, Tensor other) -> Tensor");
  static final Op NEG = Op.of("aten::neg(Tensor self) -> Tensor");
  static final Op ABS = Op.of("aten::abs(Tensor self) -> Tensor");
  static final Op EXP = Op.of("aten::exp(Tensor self) -> Tensor");
  static final Op SQRT = Op.of("aten::sqrt(Tensor self) -> Tensor");
  static final Op RSQRT = Op.of("aten::rsqrt(Tensor self) -> Tensor");
  static final Op COS = Op.of("aten::cos(Tensor self) -> Tensor");
  static final Op SIN = Op.of("aten::sin(Tensor self) -> Tensor");
  static final Op MAXIMUM = Op.of("aten::maximum(Tensor self, Tensor other) -> Tensor");
  static final Op GREATER = Op.of("aten::gt.Tensor(Tensor self, Tensor other) -> Tensor");
  static final Op CLAMP =
      Op.of("aten::clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor");
  static final Op MEAN =
      Op.of(
          "aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor");
  static final Op SUM =
      Op.of(
          "aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor");

  static final Op RESHAPE = Op.of("aten::reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)");
  static final Op PERMUTE = Op.of("aten::permute(Tensor(a) self, int[] dims) -> Tensor(a)");
  static final Op TRANSPOSE =
      Op.of("aten::transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)");
  static final Op SLICE =
      Op.of(
          "aten::slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None,"
              + " SymInt step=1) -> Tensor(a)");
  static final Op SELECT =
      Op.of("aten::select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)");
  static final Op UNSQUEEZE = Op.of("aten::unsqueeze(Tensor(a) self, int dim) -> Tensor(a)");
  static final Op EXPAND =
      Op.of("aten::expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)");
  static final Op CHUNK =
      Op.of("aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]");
  static final Op CONTIGUOUS =
      Op.of(
          "aten::contiguous(Tensor(a) self, *, MemoryFormat memory_format=contiguous_format)"
              + " -> Tensor(a)");
  static final Op CAT = Op.of("aten::cat(Tensor[] tensors, int dim=0) -> Tensor");
  static final Op STACK = Op.of("aten::stack(Tensor[] tensors, int dim=0) -> Tensor");
  static final Op REPEAT_INTERLEAVE =
      Op.of(
          "aten::repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *,"
              + " SymInt? output_size=None) -> Tensor");
  static final Op INDEX_SELECT =
      Op.of("aten::index_select(Tensor self, int dim, Tensor index) -> Tensor");
  static final Op TO_DTYPE =
      Op.of(
          "aten::to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False,"
              + " bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)");
  static final Op TO_DEVICE =
      Op.of(
          "aten::to.device(Tensor(a) self, Device device, ScalarType dtype,"
              + " bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None)"
              + " -> Tensor(a)");
  static final Op COPY =
      Op.of("aten::copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)");
  static final Op CLONE =
      Op.of("aten::clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor");
  static final Op ZERO = Op.of("aten::zero_(Tensor(a!) self) -> Tensor(a!)");

  private Aten() {}
}
