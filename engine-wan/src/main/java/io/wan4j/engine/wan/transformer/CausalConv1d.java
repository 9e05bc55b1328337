package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;

/** A convolution of three in time that looks back only; before the beginning the first repeats. */
final class CausalConv1d {
  private static final int KERNEL = 3;

  private final Tensor weight;
  private final Tensor bias;
  private final long stride;

  CausalConv1d(Parameters parameters, long in, long out, long stride) {
    weight = parameters.get("weight", out, in, KERNEL);
    bias = parameters.get("bias", out);
    this.stride = stride;
  }

  /** [N, T, C] to [N, ceil(T/stride), out]. */
  Tensor apply(Tensor x) {
    Tensor padded = Functions.padReplicate(x.transpose(1, 2), KERNEL - 1, 0);
    return Functions.conv1d(padded.to(weight.dtype()), weight, bias, stride).transpose(1, 2);
  }

  /** Norm without learned weights and SiLU, what follows each of them. */
  static Tensor activate(Tensor x) {
    return Functions.silu(Functions.layerNorm(x, null, null, 1e-6));
  }
}
