package io.wan4j.torch;

import java.util.List;

/** What networks are made of; named and meant as in {@code torch.nn.functional}. */
public final class Functions {
  private Functions() {}

  /** {@code input · weightᵀ + bias}; the bias may be null. */
  public static Tensor linear(Tensor input, Tensor weight, Tensor bias) {
    return Products.product(input, weight, bias, (x, w, b) -> Aten.LINEAR.call(x, w, b));
  }

  public static Tensor conv1d(Tensor input, Tensor weight, Tensor bias, long stride) {
    return conv1d(input, weight, bias, stride, 1);
  }

  /** Without padding. */
  public static Tensor conv1d(Tensor input, Tensor weight, Tensor bias, long stride, long groups) {
    return Products.product(
        input,
        weight,
        bias,
        (x, w, b) ->
            Aten.CONV1D.call(x, w, b, new long[] {stride}, new long[] {0}, new long[] {1}, groups));
  }

  /** Stride and zero padding are the same in both directions. */
  public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias, long stride, long padding) {
    return conv2d(input, weight, bias, stride, padding, 1);
  }

  public static Tensor conv2d(
      Tensor input, Tensor weight, Tensor bias, long stride, long padding, long groups) {
    return Products.product(
        input,
        weight,
        bias,
        (x, w, b) ->
            Aten.CONV2D.call(
                x,
                w,
                b,
                new long[] {stride, stride},
                new long[] {padding, padding},
                new long[] {1, 1},
                groups));
  }

  public static Tensor conv3d(
      Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding) {
    return Products.product(
        input, weight, bias, (x, w, b) -> Aten.CONV3D.call(x, w, b, stride, padding));
  }

  /** Zeros around; amounts from the last dimension backwards, before and after each. */
  public static Tensor pad(Tensor input, long... amounts) {
    return Aten.PAD.call(input, amounts);
  }

  /** Repeats the border. */
  public static Tensor padReplicate(Tensor input, long... amounts) {
    return Aten.PAD.call(input, amounts, "replicate");
  }

  /** Over the last dimension; weight and bias may be null. */
  public static Tensor layerNorm(Tensor input, Tensor weight, Tensor bias, double epsilon) {
    return Aten.LAYER_NORM.call(input, new long[] {input.size(-1)}, weight, bias, epsilon);
  }

  /** Rows of the table. */
  public static Tensor embedding(Tensor table, Tensor indices) {
    return Aten.EMBEDDING.call(table, indices);
  }

  public static Tensor silu(Tensor input) {
    return Aten.SILU.call(input);
  }

  /** Overwrites its input, which the caller must own alone. */
  public static Tensor siluInPlace(Tensor input) {
    Aten.SILU_IN_PLACE.call(input).close();
    return input;
  }

  /** With the error function. */
  public static Tensor gelu(Tensor input) {
    return Aten.GELU.call(input);
  }

  /** With the hyperbolic tangent. */
  public static Tensor geluTanh(Tensor input) {
    return Aten.GELU.call(input, "tanh");
  }

  public static Tensor cat(int dimension, Tensor... tensors) {
    return Aten.CAT.call(tensors, dimension);
  }

  public static Tensor cat(int dimension, List<Tensor> tensors) {
    return Aten.CAT.call(tensors.toArray(Tensor[]::new), dimension);
  }

  public static Tensor stack(int dimension, Tensor... tensors) {
    return Aten.STACK.call(tensors, dimension);
  }

  /** Each picture twice as wide and high: [N, C, H, W] to [N, C, 2H, 2W]. */
  public static Tensor doubleNearest(Tensor input) {
    return Aten.NEAREST_EXACT_2D.call(input, null, new double[] {2, 2});
  }

  /** Without antialiasing, half-pixel centres. */
  public static Tensor resizeBilinear(Tensor input, long height, long width) {
    return Aten.BILINEAR_2D.call(input, new long[] {height, width}, false, null);
  }

  /** Without antialiasing, a = -0.75, half-pixel centres. */
  public static Tensor resizeBicubic(Tensor input, long height, long width) {
    return Aten.BICUBIC_2D.call(input, new long[] {height, width}, false, null);
  }

  /** The orthonormal factor of the reduced QR decomposition (Householder, as LAPACK signs it). */
  public static Tensor orthonormal(Tensor input) {
    return Aten.QR.callMany(input).getFirst();
  }
}
