package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tensors of a file under the names that the networks here use (those of diffusers). */
public final class RenamedTensors implements TensorSource {
  private final TensorSource source;
  private final Map<String, String> original = new LinkedHashMap<>();

  public RenamedTensors(TensorSource source, NameRules rules) {
    this(source, rules::rename);
  }

  /**
   * @param rename gives a tensor's name here; empty for one that is no part of the network
   */
  RenamedTensors(TensorSource source, UnaryOperator<String> rename) {
    this.source = source;
    for (String name : source.names()) {
      String renamed = rename.apply(name);
      if (renamed.isEmpty()) {
        continue;
      }
      String other = original.put(renamed, name);
      if (other != null) {
        throw new CheckpointException(
            source + ": " + other + " and " + name + " are both " + renamed);
      }
    }
  }

  @Override
  public Set<String> names() {
    return original.keySet();
  }

  @Override
  public long[] shape(String name) {
    return source.shape(original.get(name));
  }

  @Override
  public Tensor get(String name) {
    return source.get(original.get(name));
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
