package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.Fp8;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code x · weightᵀ + bias}; computed in the type of the weight. */
public final class Linear {
  private final Tensor weight;
  private final Tensor bias;
  private final Optional<Fp8.Rows> eightBits;

  /** The bias may be null. */
  Linear(Tensor weight, Tensor bias) {
    this.weight = weight;
    this.bias = bias;
    this.eightBits = Optional.empty();
  }

  /** With weights of eight bits; activations are brought to eight bits as they come. */
  Linear(Fp8.Rows weight, Tensor bias) {
    this.weight = weight.values();
    this.bias = bias;
    this.eightBits = Optional.of(weight);
  }

  public Tensor apply(Tensor x) {
    return eightBits.isPresent()
        ? apply(Fp8.quantize(x), x.shape())
        : Functions.linear(inTypeOfWeight(x), weight, bias);
  }

  /** Of gelu(x), in its form with the hyperbolic tangent. */
  public Tensor applyToGelu(Tensor x) {
    return Scope.keeping(
        () ->
            eightBits.isPresent()
                ? apply(Fp8.quantizeGelu(x), x.shape())
                : apply(Functions.geluTanh(x)));
  }

  private Tensor inTypeOfWeight(Tensor x) {
    return x.dtype() == weight.dtype() ? x : x.to(weight.dtype());
  }

  /** Several layers on the same input, which is brought to the weights' type only once. */
  public static List<Tensor> applyAll(Tensor x, Linear... layers) {
    if (!Arrays.stream(layers).allMatch(layer -> layer.eightBits.isPresent())) {
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
