package io.wan4j.engine.wan.sampler;

import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * UniPC (arXiv 2302.04867), the variant B₂(h) that predicts the picture: each step first corrects
 * the sample with what the network just said, then predicts the next one. Order 2 is what the
 * references use.
 */
public final class UniPcSampler implements Sampler {
  private final SigmaSchedule schedule;
  private final int order;
  private final PictureHistory history;

  /** Corrected sample before the last prediction, and that prediction's order; none at first. */
  private final List<Tensor> lastSample = new ArrayList<>();

  private int lastOrder;

  public UniPcSampler(SigmaSchedule schedule) {
    this(schedule, 2);
  }

  public UniPcSampler(SigmaSchedule schedule, int order) {
    if (order < 1 || order > 3) {
      throw new IllegalArgumentException("order " + order + "; 1 to 3 are known");
    }
    this.schedule = schedule;
    this.order = order;
    this.history = new PictureHistory(order);
  }

  @Override
  public SigmaSchedule schedule() {
    return schedule;
  }

  @Override
  public Tensor step(int step, Tensor sample, Tensor velocity) {
    return Scope.keeping(
        () -> {
          Tensor picture = sample.plus(velocity.to(DType.FLOAT32), -schedule.sigma(step));
          Tensor corrected = step == 0 ? sample : correct(step, picture);
          history.add(picture);
          lastOrder = Math.min(order, Math.min(schedule.steps() - step, step + 1));
          remember(corrected);
          return predict(step, corrected);
        });
  }

  /** Goes the last step once more, now knowing the picture at its end. */
  private Tensor correct(int step, Tensor picture) {
    Interval interval = new Interval(step - 1, step, lastOrder);
    double[] rho = interval.correctorWeights();
    Tensor next = interval.firstOrder(lastSample.getFirst(), history.get(0));
    for (int k = 1; k < lastOrder; k++) {
      next = next.plus(interval.slope(k), interval.change() * rho[k - 1]);
    }
    Tensor slopeAtEnd = picture.minus(history.get(0));
    return next.plus(slopeAtEnd, interval.change() * rho[lastOrder - 1]);
  }

  private Tensor predict(int step, Tensor sample) {
    Interval interval = new Interval(step, step + 1, lastOrder);
    double[] rho = interval.predictorWeights();
    Tensor next = interval.firstOrder(sample, history.get(0));
    for (int k = 1; k < lastOrder; k++) {
      next = next.plus(interval.slope(k), interval.change() * rho[k - 1]);
    }
    return next;
  }

  private void remember(Tensor sample) {
    lastSample.forEach(Tensor::close);
    lastSample.clear();
    try (Scope scope = Scope.open()) {
      lastSample.add(scope.release(sample.copy()));
    }
  }

  @Override
  public void close() {
    history.close();
    lastSample.forEach(Tensor::close);
    lastSample.clear();
  }

  /** One interval of λ; the paper's section 3.2 with {@code B(h) = e^{−h} − 1}. */
  private final class Interval {
    private final int from;
    private final int to;
    private final int size;
    private final double h;

    Interval(int from, int to, int size) {
      this.from = from;
      this.to = to;
      this.size = size;
      this.h = schedule.lambda(to) - schedule.lambda(from);
    }

    /** {@code −α·(e^{−h} − 1)}. */
    double change() {
      return -schedule.alpha(to) * Math.expm1(-h);
    }

    Tensor firstOrder(Tensor sample, Tensor m0) {
      return sample.times(schedule.sigma(to) / schedule.sigma(from)).plus(m0, change());
    }

    /** How far the k-th older point lies back, in units of the interval. */
    private double distance(int k) {
      return (schedule.lambda(from - k) - schedule.lambda(from)) / h;
    }

    /** Difference quotient to the k-th older picture. */
    Tensor slope(int k) {
      return history.get(k).minus(history.get(0)).times(1 / distance(k));
    }

    /** For order 2 the paper's simplification: one half. */
    double[] predictorWeights() {
      return switch (size) {
        case 1 -> new double[0];
        case 2 -> new double[] {0.5};
        default -> solve(size - 1);
      };
    }

    double[] correctorWeights() {
      return size == 1 ? new double[] {0.5} : solve(size);
    }

    /** Rows are powers of the distances (the end's is 1), right sides the φ functions. */
    private double[] solve(int unknowns) {
      double[] points = new double[size];
      for (int k = 1; k < size; k++) {
        points[k - 1] = distance(k);
      }
      points[size - 1] = 1;
      double[][] rows = new double[unknowns][unknowns + 1];
      double phi = Math.expm1(-h) / -h - 1;
      double factorial = 1;
      for (int i = 0; i < unknowns; i++) {
        for (int k = 0; k < unknowns; k++) {
          rows[i][k] = Math.pow(points[k], i);
        }
        rows[i][unknowns] = phi * factorial / Math.expm1(-h);
        factorial *= i + 2;
        phi = phi / -h - 1 / factorial;
      }
      return eliminate(rows);
    }
  }

  /** Gauss-Jordan with pivots; the systems have at most three unknowns. */
  private static double[] eliminate(double[][] rows) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      int pivot = i;
      for (int j = i + 1; j < n; j++) {
        if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) {
          pivot = j;
        }
      }
      double[] row = rows[pivot];
      rows[pivot] = rows[i];
      rows[i] = row;
      for (int j = 0; j < n; j++) {
        if (j != i) {
          double factor = rows[j][i] / row[i];
          for (int k = i; k <= n; k++) {
            rows[j][k] -= factor * row[k];
          }
        }
      }
    }
    double[] solution = new double[n];
    Arrays.setAll(solution, i -> rows[i][n] / rows[i][i]);
    return solution;
  }
}
