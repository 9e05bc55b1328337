package io.wan4j.engine.wan.vae;

import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last frames that each causal convolution saw, so that a film can be coded chunk by chunk in
 * time. One cache belongs to one film; layers are its keys.
 */
final class FeatureCache implements AutoCloseable {
  private final Map<Object, Tensor> history = new IdentityHashMap<>();

  /** What the layer stored last; empty before its first chunk. */
  Optional<Tensor> history(Object layer) {
    return Optional.ofNullable(history.get(layer));
  }

  /** Stores a copy: a view would keep the whole chunk alive. */
  void remember(Object layer, Tensor frames) {
    try (Scope scope = Scope.open()) {
      Tensor old = history.put(layer, scope.release(frames.copy()));
      if (old != null) {
        old.close();
      }
    }
  }

  @Override
  public void close() {
    history.values().forEach(Tensor::close);
    history.clear();
  }
}
