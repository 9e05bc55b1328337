package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;

/** {@code x · weightᵀ + bias}; computed in the type of the weight. */
public final class Linear {
  private final Tensor weight;
  private final Tensor bias;

  /** The bias may be null. */
  Linear(Tensor weight, Tensor bias) {
    this.weight = weight;
    this.bias = bias;
  }

  public Tensor apply(Tensor x) {
    return Functions.linear(x.dtype() == weight.dtype() ? x : x.to(weight.dtype()), weight, bias);
  }
}
