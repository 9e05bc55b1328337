package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/** LayerNorm with learned weight and bias, in 32 bits; the result has the type of its input. */
final class Norm {
  private final Tensor weight;
  private final Tensor bias;
  private final double epsilon;

  Norm(Parameters parameters, long width, double epsilon) {
    this.weight = parameters.get("weight", width);
    this.bias = parameters.get("bias", width);
    this.epsilon = epsilon;
  }

  Tensor apply(Tensor x) {
    return Scope.keeping(
        () -> Kernels.learnedNorm(x, weight.to(DType.FLOAT32), bias.to(DType.FLOAT32), epsilon));
  }

  /** {@code x + gate·y} and the norm of it. */
  Kernels.SumAndNorm afterGatedAdd(Tensor x, Tensor y, Tensor gate) {
    return Kernels.gatedAddThenNorm(
        x, y, gate, weight.to(DType.FLOAT32), bias.to(DType.FLOAT32), epsilon);
  }
}
