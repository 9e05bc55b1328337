package io.wan4j.engine.wan.cache;

import io.wan4j.engine.wan.transformer.StepCache.TimeSignal;
import io.wan4j.torch.DType;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Skips nothing, and measures the ratios that {@link MagCache} needs: how the norm of what the
 * blocks add to a token changes from pass to pass, in the mean of all tokens (arXiv 2506.09045,
 * section 3).
 */
public final class ResidualMeasure implements SkipRule {
  private final List<Double> ratios = new ArrayList<>();
  private final float[][] before = {{}, {}};

  @Override
  public Tensor signal(TimeSignal time) {
    return time.state();
  }

  @Override
  public boolean compute(int branch, double change) {
    return true;
  }

  @Override
  public void added(int branch, Tensor residual) {
    try (Scope _ = Scope.open()) {
      Tensor wide = residual.to(DType.FLOAT32);
      float[] now = wide.times(wide).mean(-1).toFloats();
      double sum = 0;
      for (int i = 0; i < now.length; i++) {
        sum += before[branch].length == 0 ? 1 : Math.sqrt(now[i] / before[branch][i]);
      }
      ratios.add(sum / now.length);
      before[branch] = now;
    }
  }

  @Override
  public void forget() {
    Arrays.fill(before, new float[0]);
  }

  /** Of each pass so far; 1 where there was none to compare with. */
  public double[] ratios() {
    return ratios.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
