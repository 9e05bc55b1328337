package io.wan4j.engine.wan.lora;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A checkpoint with LoRAs merged in: each parameter is changed in 32 bits when it is read, before
 * it is brought to its final type.
 */
public final class LoraTensors implements TensorSource {
  private final TensorSource base;
  private final List<Applied> loras;

  /** A LoRA and how strongly it is applied; 1 is as trained. */
  public record Applied(Lora lora, double strength) {}

  /**
   * @param base under diffusers' names
   */
  public LoraTensors(TensorSource base, List<Applied> loras) {
    this.base = base;
    this.loras = List.copyOf(loras);
    for (Applied applied : loras) {
      Set<String> strangers = new TreeSet<>(applied.lora().parameters());
      strangers.removeAll(base.names());
      // Made for image to video, and still of use without the image branch.
      strangers.removeIf(
          name -> name.matches(".*\\.(add_[kv]_proj|norm_added_k|image_embedder)\\..*"));
      if (!strangers.isEmpty()) {
        throw new CheckpointException(
            applied.lora() + " changes what " + base + " does not have: " + strangers);
      }
    }
  }

  @Override
  public Set<String> names() {
    return base.names();
  }

  @Override
  public long[] shape(String name) {
    return base.shape(name);
  }

  @Override
  public Tensor get(String name) {
    return Scope.keeping(
        () -> {
          Tensor tensor = base.get(name);
          for (Applied applied : loras) {
            if (applied.lora().parameters().contains(name)) {
              Tensor change = applied.lora().change(name, base.shape(name));
              tensor = tensor.to(DType.FLOAT32).plus(change, applied.strength());
            }
          }
          return tensor;
        });
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
