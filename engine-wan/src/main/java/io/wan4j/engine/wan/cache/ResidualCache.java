package io.wan4j.engine.wan.cache;

import io.wan4j.engine.wan.transformer.StepCache;
import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps what the blocks of one branch added, and adds it again when the rule says so. */
public final class ResidualCache implements StepCache, AutoCloseable {
  private final SkipRule rule;
  private final int branch;
  private final Kept lastSignal = new Kept();
  private final Kept residual = new Kept();
  private int computed;
  private int skipped;

  public ResidualCache(SkipRule rule, int branch) {
    this.rule = rule;
    this.branch = branch;
  }

  @Override
  public Tensor apply(Tensor tokens, TimeSignal time, UnaryOperator<Tensor> blocks) {
    boolean compute = rule.compute(branch, change(rule.signal(time)));
    if (!compute && residual.isPresent()) {
      skipped++;
      return tokens.plus(residual.get());
    }
    computed++;
    return Scope.keeping(
        () -> {
          Tensor out = blocks.apply(tokens);
          residual.set(out.minus(tokens));
          rule.added(branch, residual.get());
          return out;
        });
  }

  public int computed() {
    return computed;
  }

  public int skipped() {
    return skipped;
  }

  private double change(Tensor signal) {
    try (Scope _ = Scope.open()) {
      Tensor now = signal.to(DType.FLOAT32);
      double change = 0;
      if (lastSignal.isPresent()) {
        Tensor before = lastSignal.get();
        change = mean(now.minus(before)) / mean(before);
      }
      lastSignal.set(now);
      return change;
    }
  }

  private static double mean(Tensor x) {
    return x.abs().reshape(-1).mean(0).item();
  }

  @Override
  public void close() {
    lastSignal.close();
    residual.close();
  }

  /** A tensor that outlives the scope it was made in. */
  private static final class Kept implements AutoCloseable {
    private final List<Tensor> one = new ArrayList<>();

    boolean isPresent() {
      return !one.isEmpty();
    }

    Tensor get() {
      return one.getFirst();
    }

    void set(Tensor tensor) {
      close();
      try (Scope scope = Scope.open()) {
        one.add(scope.release(tensor.copy()));
      }
    }

    @Override
    public void close() {
      one.forEach(Tensor::close);
      one.clear();
    }
  }
}
