package io.wan4j.engine.wan.sampler;

import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * DPM-Solver++ of second order, midpoint form (arXiv 2211.01095, algorithm 2;
 * wan/utils/fm_solvers.py). A first sigma of exactly 1 makes λ infinite; the limits that 64-bit
 * arithmetic yields are the right ones.
 */
public final class DpmSolverSampler implements Sampler {
  private final SigmaSchedule schedule;
  private final PictureHistory history = new PictureHistory(2);

  public DpmSolverSampler(SigmaSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public SigmaSchedule schedule() {
    return schedule;
  }

  @Override
  public Tensor step(int step, Tensor sample, Tensor velocity) {
    return Scope.keeping(
        () -> {
          Tensor m0 = sample.plus(velocity.to(DType.FLOAT32), -schedule.sigma(step));
          boolean last = step == schedule.steps() - 1;
          double h = schedule.lambda(step + 1) - schedule.lambda(step);
          double change = -schedule.alpha(step + 1) * Math.expm1(-h);
          Tensor next =
              sample.times(schedule.sigma(step + 1) / schedule.sigma(step)).plus(m0, change);
          if (!last && history.size() > 0) {
            double r = (schedule.lambda(step) - schedule.lambda(step - 1)) / h;
            Tensor slope = m0.minus(history.get(0)).times(1 / r);
            next = next.plus(slope, 0.5 * change);
          }
          history.add(m0);
          return next;
        });
  }

  @Override
  public void close() {
    history.close();
  }
}
