package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.shape.AutoencoderShapes;
import io.wan4j.engine.wan.shape.TensorShapes;
import io.wan4j.engine.wan.shape.TransformerShapes;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Map;
import java.util.Set;

/**
 * Networks of published shapes with random numbers for weights: how long they take does not depend
 * on what they have learned.
 */
final class RandomTensors implements TensorSource {
  private final Map<String, long[]> shapes;
  private final DType type;
  private final Device device;

  private RandomTensors(Map<String, long[]> shapes, DType type, Device device) {
    this.shapes = shapes;
    this.type = type;
    this.device = device;
  }

  static RandomTensors of(TensorShapes shapes, DType type, Device device) {
    return new RandomTensors(shapes.all(), type, device);
  }

  static RandomTensors transformer(TransformerConfig config, DType type, Device device) {
    return of(TransformerShapes.of(config), type, device);
  }

  static RandomTensors vae(VaeConfig config, DType type, Device device) {
    return of(AutoencoderShapes.of(config), type, device);
  }

  @Override
  public Set<String> names() {
    return shapes.keySet();
  }

  @Override
  public long[] shape(String name) {
    return shapes.get(name);
  }

  /** Small numbers, so that deep networks stay finite; one stretch of noise repeated is enough. */
  @Override
  public Tensor get(String name) {
    return Scope.keeping(
        () -> {
          long[] shape = shape(name);
          if (!device.isCpu()) {
            return Tensor.anyNormal(type, device, shape).times(0.02);
          }
          Tensor tensor = Tensor.empty(type, device, shape);
          Tensor row = new NormalNoise(1).next(1L << 16).times(0.02).to(type);
          Tensor flat = tensor.reshape(-1);
          long count = flat.count();
          for (long from = 0; from < count; from += row.count()) {
            long to = Math.min(count, from + row.count());
            flat.slice(0, from, to).copyFrom(row.slice(0, 0, to - from));
          }
          return tensor;
        });
  }

  @Override
  public String toString() {
    return "random tensors";
  }
}
