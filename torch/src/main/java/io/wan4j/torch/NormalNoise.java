package io.wan4j.torch;

import java.util.OptionalDouble;

/**
 * Standard normal numbers equal to those of PyTorch's generator on the processor, so that a seed
 * means here what it means in Python: {@code torch.randn(shape,
 * generator=torch.Generator().manual_seed(seed))}.
 *
 * <p>Source of the two ways: aten/src/ATen/native/cpu/DistributionTemplates.h, {@code normal_fill}
 * for 16 elements and more, {@code normal_distribution} (core/DistributionsHelper.h) for fewer.
 * PyTorch's vector code approximates log, sin and cos, so the last bits depend on its processor.
 */
public final class NormalNoise {
  private static final int BLOCK = 16;
  private static final int HALF = BLOCK / 2;
  private static final double TWO_PI = 2 * Math.PI;

  private final MersenneTwister generator;

  /** The second number of a pair, kept for the next draw of fewer than 16 numbers. */
  private OptionalDouble kept = OptionalDouble.empty();

  public NormalNoise(long seed) {
    this.generator = new MersenneTwister(seed);
  }

  /** The next tensor of the stream, 32-bit floats on the processor. */
  public Tensor next(long... shape) {
    return Tensor.of(nextFloats(Math.toIntExact(Tensor.count(shape))), shape);
  }

  float[] nextFloats(int count) {
    float[] values = new float[count];
    if (count < BLOCK) {
      for (int i = 0; i < count; i++) {
        values[i] = (float) nextDouble();
      }
      return values;
    }
    for (int i = 0; i < count; i++) {
      values[i] = uniformFloat();
    }
    for (int i = 0; i + BLOCK <= count; i += BLOCK) {
      transform(values, i);
    }
    if (count % BLOCK != 0) {
      // The last sixteen are drawn anew, overlapping the block before.
      int last = count - BLOCK;
      for (int i = last; i < count; i++) {
        values[i] = uniformFloat();
      }
      transform(values, last);
    }
    return values;
  }

  /** Box-Muller on sixteen uniform numbers: eight radii, eight angles. */
  private static void transform(float[] values, int from) {
    for (int j = from; j < from + HALF; j++) {
      float radius = (float) Math.sqrt(-2 * Math.log(1 - values[j]));
      float angle = (float) (TWO_PI * values[j + HALF]);
      values[j] = (float) (radius * Math.cos(angle));
      values[j + HALF] = (float) (radius * Math.sin(angle));
    }
  }

  private double nextDouble() {
    if (kept.isPresent()) {
      double value = kept.getAsDouble();
      kept = OptionalDouble.empty();
      return value;
    }
    double angle = TWO_PI * uniformDouble();
    double radius = Math.sqrt(-2 * Math.log1p(-uniformDouble()));
    kept = OptionalDouble.of(radius * Math.sin(angle));
    return radius * Math.cos(angle);
  }

  /** 24 random bits in [0, 1). */
  private float uniformFloat() {
    return (generator.bits() & 0xFFFFFF) * 0x1p-24f;
  }

  /** 53 random bits in [0, 1). */
  private double uniformDouble() {
    return (generator.longBits() & 0x1FFFFFFFFFFFFFL) * 0x1p-53;
  }
}
