package io.wan4j.engine.wan.audio;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples to features, 320 of them to one in the published network: convolutions without border.
 */
final class SampleConvolutions {
  /** {@code torch.nn.LayerNorm}'s own, whatever the configuration says. */
  private static final double EPSILON = 1e-5;

  private final List<Layer> layers = new ArrayList<>();

  private record Layer(Tensor weight, Tensor bias, long stride, Tensor gain, Tensor offset) {
    /** [1, C, T] to [1, C', T']. */
    Tensor apply(Tensor x) {
      return Scope.keeping(
          () -> {
            Tensor y = Functions.conv1d(x, weight, bias, stride).transpose(1, 2);
            return Functions.gelu(Functions.layerNorm(y, gain, offset, EPSILON)).transpose(1, 2);
          });
    }
  }

  SampleConvolutions(Parameters parameters, Wav2Vec2Config config) {
    long in = 1;
    for (int i = 0; i < config.channels().size(); i++) {
      Parameters layer = parameters.at("conv_layers." + i);
      long out = config.channels().get(i);
      layers.add(
          new Layer(
              layer.get("conv.weight", out, in, config.kernels().get(i)),
              config.convolutionBias() ? layer.get("conv.bias", out) : null,
              config.strides().get(i),
              layer.get("layer_norm.weight", out),
              layer.get("layer_norm.bias", out)));
      in = out;
    }
  }

  /** [1, 1, samples] to [1, T, C]. */
  Tensor apply(Tensor samples) {
    return Scope.keeping(
        () -> {
          Tensor x = samples;
          for (Layer layer : layers) {
            Tensor next = layer.apply(x);
            if (x != samples) {
              x.close(); // the first are the largest
            }
            x = next;
          }
          return x.transpose(1, 2);
        });
  }
}
