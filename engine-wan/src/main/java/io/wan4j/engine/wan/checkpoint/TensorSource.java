package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.util.Set;

/** Named tensors to build a network from: a file, a file under other names, a file with LoRAs. */
public interface TensorSource {
  Set<String> names();

  long[] shape(String name);

  /** On the processor, in whatever type it is stored; belongs to the caller's scope. */
  Tensor get(String name);

  static TensorSource of(Weights weights) {
    return new TensorSource() {
      @Override
      public Set<String> names() {
        return weights.names();
      }

      @Override
      public long[] shape(String name) {
        return weights.shape(name);
      }

      @Override
      public Tensor get(String name) {
        return weights.get(name);
      }

      @Override
      public String toString() {
        return weights.toString();
      }
    };
  }
}
