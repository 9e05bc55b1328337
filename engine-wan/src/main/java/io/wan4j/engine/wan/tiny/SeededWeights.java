package io.wan4j.engine.wan.tiny;

import io.wan4j.engine.wan.checkpoint.SafetensorsWriter;
import io.wan4j.engine.wan.shape.TensorShapes;
import java.util.SplittableRandom;

/**
 * Numbers that keep signals at their size through a network of any depth: gains near one, offsets
 * near nothing, and matrices whose spread falls with the root of their inputs. Each tensor's
 * numbers follow from the seed and its name alone.
 */
final class SeededWeights implements SafetensorsWriter.Weights {
  /** A uniform number in [-1, 1] has this deviation. */
  private static final double UNIFORM_DEVIATION = 1 / Math.sqrt(3);

  private static final double LITTLE = 0.05;

  private final long seed;

  SeededWeights(long seed) {
    this.seed = seed;
  }

  @Override
  public float[] of(String name, long[] shape) {
    SplittableRandom random = new SplittableRandom(seed * 31 + name.hashCode());
    double centre = isGain(name) ? 1 : 0;
    double deviation = deviation(name, shape);
    float[] values = new float[Math.toIntExact(TensorShapes.count(shape))];
    for (int i = 0; i < values.length; i++) {
      double uniform = 2 * random.nextDouble() - 1;
      values[i] = (float) (centre + deviation * uniform / UNIFORM_DEVIATION);
    }
    return values;
  }

  private static boolean isGain(String name) {
    return name.endsWith(".gamma")
        || name.endsWith("audio_encoder.weights") // shares of states, which must not cancel out
        || name.endsWith(".weight_g")
        || (name.contains("norm") && name.endsWith(".weight"));
  }

  private static double deviation(String name, long[] shape) {
    if (isGain(name) || name.endsWith(".bias")) {
      return LITTLE;
    }
    if (name.equals("shared.weight") || name.endsWith("class_embedding")) {
      return 1;
    }
    if (name.endsWith("scale_shift_table")
        || name.endsWith("modulation")
        || name.endsWith("pos_embed")) {
      return 0.2;
    }
    double inputs = 1;
    for (int i = 1; i < shape.length; i++) {
      inputs *= shape[i];
    }
    return 1 / Math.sqrt(inputs);
  }
}
