package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.DType;
import io.wan4j.torch.Fp8;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code x · weightᵀ + bias}; computed in the type of the weight, or of the network. */
public final class Linear {
  private final Tensor weight;
  private final Tensor bias;
  private final DType type;
  private final Optional<Fp8.Rows> eightBits;
  private final boolean scaled;

  /** The bias may be null. */
  Linear(Tensor weight, Tensor bias) {
    this.weight = weight;
    this.bias = bias;
    this.type = weight.dtype();
    this.eightBits = Optional.empty();
    this.scaled = false;
  }

  /**
   * With weights of eight bits. Where the device multiplies such, activations are brought to eight
   * bits as they come; elsewhere the weights are widened for each product.
   *
   * @param type of the network's other numbers
   */
  Linear(Fp8.Rows weight, Tensor bias, DType type) {
    this.weight = weight.values();
    this.bias = bias;
    this.type = type;
    this.eightBits = Optional.of(weight);
    this.scaled =
        Fp8.multiplies(this.weight.device(), type, this.weight.size(1), this.weight.size(0));
  }

  public Tensor apply(Tensor x) {
    return scaled ? apply(Fp8.quantize(x), x.shape()) : product(inTypeOfWeight(x));
  }

  /** Of gelu(x), in its form with the hyperbolic tangent. */
  public Tensor applyToGelu(Tensor x) {
    return Scope.keeping(
        () ->
            scaled
                ? apply(Fp8.quantizeGelu(x), x.shape())
                : product(inTypeOfWeight(Functions.geluTanh(x))));
  }

  private Tensor inTypeOfWeight(Tensor x) {
    return x.dtype() == type ? x : x.to(type);
  }

  private Tensor product(Tensor x) {
    return eightBits
        .map(rows -> Scope.keeping(() -> Functions.linear(x, Fp8.widened(rows, type), bias)))
        .orElseGet(() -> Functions.linear(x, weight, bias));
  }

  /** Several layers on the same input, which is brought to the weights' type only once. */
  public static List<Tensor> applyAll(Tensor x, Linear... layers) {
    if (!Arrays.stream(layers).allMatch(layer -> layer.scaled)) {
      Tensor narrow = layers[0].inTypeOfWeight(x);
      return Arrays.stream(layers).map(layer -> layer.apply(narrow)).toList();
    }
    Fp8.Rows rows = Fp8.quantize(x);
    return Arrays.stream(layers).map(layer -> layer.apply(rows, x.shape())).toList();
  }

  private Tensor apply(Fp8.Rows rows, long[] shape) {
    long[] out = shape.clone();
    out[out.length - 1] = weight.size(0);
    return Scope.keeping(() -> Fp8.linear(rows, eightBits.orElseThrow(), bias).reshape(out));
  }
}
