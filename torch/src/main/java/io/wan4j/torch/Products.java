package io.wan4j.torch;

/**
 * Matrix products and convolutions. A processor without 16-bit products in hardware does them in
 * plain loops, hundreds of times slower than 32-bit ones; there both sides are widened for the call
 * and the result is rounded once, which is what the 16-bit form with its 32-bit sums would give.
 */
final class Products {
  /** A product of an input with a weight and perhaps a bias. */
  interface Form {
    Tensor of(Tensor input, Tensor weight, Tensor bias);
  }

  private Products() {}

  /** Whether products of such tensors are computed in 32 bits. */
  static boolean areWidened(Device device, DType type) {
    return (type == DType.BFLOAT16 || type == DType.FLOAT16)
        && device.isCpu()
        && !Torch.load().hasFastBf16();
  }

  static Tensor matmul(Tensor left, Tensor right) {
    return product(left, right, null, (a, b, _) -> Aten.MATMUL.call(a, b));
  }

  /** The bias may be null. */
  static Tensor product(Tensor input, Tensor weight, Tensor bias, Form form) {
    DType type = input.dtype();
    if (type != weight.dtype() || !areWidened(input.device(), type)) {
      return form.of(input, weight, bias);
    }
    return Scope.keeping(
        () -> form.of(wide(input), wide(weight), bias == null ? null : wide(bias)).to(type));
  }

  static Tensor wide(Tensor x) {
    return x.to(DType.FLOAT32);
  }
}
