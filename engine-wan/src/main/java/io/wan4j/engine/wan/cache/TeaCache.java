package io.wan4j.engine.wan.cache;

import io.wan4j.engine.wan.transformer.StepCache.TimeSignal;
import io.wan4j.torch.Tensor;
import java.util.Arrays;

/**
 * TeaCache (arXiv 2411.19108): the change of the timestep's embedding, put through a fitted
 * polynomial, estimates how much the output changes; blocks are skipped while the sum stays small.
 */
public final class TeaCache implements SkipRule {
  private final Settings settings;
  private final double[] sums = new double[2];
  private int call;

  /**
   * One run's settings.
   *
   * @param coefficients of the polynomial, highest power first
   * @param threshold sum from which on blocks are computed again
   * @param first calls that are always computed at the beginning
   * @param last call from which on all are computed
   * @param modulation whether the blocks' modulation is watched instead of the state
   */
  public record Settings(
      double[] coefficients, double threshold, int first, int last, boolean modulation) {}

  public TeaCache(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Tensor signal(TimeSignal time) {
    return settings.modulation() ? time.modulation() : time.state();
  }

  @Override
  public boolean compute(int branch, double change) {
    int now = call++;
    if (now < settings.first() || now >= settings.last()) {
      sums[branch] = 0;
      return true;
    }
    sums[branch] += polynomial(change);
    if (sums[branch] < settings.threshold()) {
      return false;
    }
    sums[branch] = 0;
    return true;
  }

  @Override
  public void forget() {
    Arrays.fill(sums, 0);
  }

  private double polynomial(double x) {
    double value = 0;
    for (double coefficient : settings.coefficients()) {
      value = value * x + coefficient;
    }
    return value;
  }
}
