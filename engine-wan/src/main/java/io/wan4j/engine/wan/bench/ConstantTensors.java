package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.shape.TensorShapes;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Set;

/** Networks whose weights are all the same small number: enough to see what memory they take. */
final class ConstantTensors implements TensorSource {
  private static final double VALUE = 0.01;

  private final TensorShapes shapes;
  private final DType type;

  ConstantTensors(TensorShapes shapes, DType type) {
    this.shapes = shapes;
    this.type = type;
  }

  @Override
  public Set<String> names() {
    return shapes.all().keySet();
  }

  @Override
  public long[] shape(String name) {
    return shapes.all().get(name);
  }

  @Override
  public Tensor get(String name) {
    return Scope.keeping(() -> Tensor.zeros(type, Device.CPU, shape(name)).plus(VALUE));
  }

  @Override
  public String toString() {
    return "constant tensors";
  }
}
