package io.wan4j.engine.wan.lora;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.NameRules;
import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes to a transformer's parameters (LoRA, arXiv 2106.09685: {@code W + alpha/rank · up·down}),
 * and whole differences, in any of the ways in which such files are written.
 */
public final class Lora {
  private static final NameRules TRANSFORMER = NameRules.transformer();
  private static final NameRules MUSUBI = NameRules.musubi();

  /** How the last part of a name is written, and what it means. */
  private enum Part {
    DOWN(".lora_down.weight", ".lora_A.weight", ".lora_A.default.weight", ".lora.down.weight"),
    UP(".lora_up.weight", ".lora_B.weight", ".lora_B.default.weight", ".lora.up.weight"),
    ALPHA(".alpha"),
    WEIGHT(".diff"),
    BIAS(".diff_b"),
    TABLE(".diff_m");

    private final String[] endings;

    Part(String... endings) {
      this.endings = endings;
    }
  }

  private final Weights weights;

  /** By the parameter's name in diffusers: the names in the file. */
  private final Map<String, Map<Part, String>> changes = new LinkedHashMap<>();

  private Lora(Weights weights) {
    this.weights = weights;
  }

  public static Lora read(Weights weights) {
    Lora lora = new Lora(weights);
    Set<String> unknown = new TreeSet<>();
    for (String name : weights.names()) {
      if (!lora.take(name)) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      throw new CheckpointException(weights + " has names that no LoRA has: " + unknown);
    }
    lora.checkPairs();
    return lora;
  }

  private boolean take(String name) {
    for (Part part : Part.values()) {
      for (String ending : part.endings) {
        if (name.endsWith(ending)) {
          String layer = name.substring(0, name.length() - ending.length());
          String parameter = parameter(layer, part);
          changes.computeIfAbsent(parameter, key -> new LinkedHashMap<>()).put(part, name);
          return true;
        }
      }
    }
    return false;
  }

  /** The parameter that a layer's part changes. */
  private static String parameter(String layer, Part part) {
    String plain = layer.replaceFirst("^(diffusion_model|transformer(_2)?|model)\\.", "");
    if (plain.startsWith("lora_unet_")) {
      plain = MUSUBI.rename(plain).replaceFirst("^-", "");
    }
    return switch (part) {
      case TABLE -> TRANSFORMER.rename(plain);
      case BIAS -> TRANSFORMER.rename(plain + ".bias");
      default -> TRANSFORMER.rename(plain + ".weight");
    };
  }

  private void checkPairs() {
    changes.forEach(
        (parameter, parts) -> {
          if (parts.containsKey(Part.UP) != parts.containsKey(Part.DOWN)) {
            throw new CheckpointException(weights + " has only one half for " + parameter);
          }
        });
  }

  /** Names of the parameters that change. */
  public Set<String> parameters() {
    return changes.keySet();
  }

  /** What is added to a parameter of that shape, 32-bit floats. */
  Tensor change(String parameter, long[] shape) {
    return Scope.keeping(
        () -> {
          Tensor sum = Tensor.zeros(DType.FLOAT32, io.wan4j.torch.Device.CPU, shape);
          Map<Part, String> parts = changes.get(parameter);
          if (parts.containsKey(Part.UP)) {
            sum = sum.plus(product(parts).reshape(shape));
          }
          for (Part whole : new Part[] {Part.WEIGHT, Part.BIAS, Part.TABLE}) {
            if (parts.containsKey(whole)) {
              sum = sum.plus(wide(parts.get(whole)).reshape(shape));
            }
          }
          return sum;
        });
  }

  /** Without alpha the factor is 1. Convolutions are flattened. */
  private Tensor product(Map<Part, String> parts) {
    Tensor up = wide(parts.get(Part.UP));
    Tensor down = wide(parts.get(Part.DOWN));
    long rank = down.size(0);
    double alpha = parts.containsKey(Part.ALPHA) ? wide(parts.get(Part.ALPHA)).item() : rank;
    return up.reshape(up.size(0), rank).matmul(down.reshape(rank, -1)).times(alpha / rank);
  }

  private Tensor wide(String name) {
    return weights.get(name).to(DType.FLOAT32);
  }

  @Override
  public String toString() {
    return weights.toString();
  }
}
