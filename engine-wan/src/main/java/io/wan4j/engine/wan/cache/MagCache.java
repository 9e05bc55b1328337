package io.wan4j.engine.wan.cache;

import io.wan4j.engine.wan.transformer.StepCache.TimeSignal;
import io.wan4j.torch.Tensor;
import java.util.Arrays;

/**
 * MagCache (arXiv 2506.09045): what the blocks add shrinks from call to call in a known way; blocks
 * are skipped while the error that this predicts stays small.
 */
public final class MagCache implements SkipRule {
  private final Settings settings;
  private final State[] states = {new State(), new State()};
  private int call;

  /**
   * One run's settings.
   *
   * @param ratios of each call, both branches in turn: how the mean norm of what the blocks add
   *     changes from the branch's last call
   * @param threshold error from which on blocks are computed again
   * @param most calls of a branch that are skipped in a row
   * @param retention share of all calls that are always computed at the beginning
   */
  public record Settings(double[] ratios, double threshold, int most, double retention) {
    /** Ratios measured with another number of steps, stretched to this one branch by branch. */
    public Settings stretched(int calls) {
      double[] stretched = new double[calls];
      int from = ratios.length / 2;
      int to = calls / 2;
      for (int i = 0; i < to; i++) {
        int nearest = to == 1 ? 0 : (int) Math.rint((double) i * (from - 1) / (to - 1));
        stretched[2 * i] = ratios[2 * nearest];
        stretched[2 * i + 1] = ratios[2 * nearest + 1];
      }
      return new Settings(stretched, threshold, most, retention);
    }
  }

  private static final class State {
    private double ratio = 1;
    private double error;
    private int skipped;
  }

  public MagCache(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Tensor signal(TimeSignal time) {
    return time.state();
  }

  @Override
  public boolean compute(int branch, double change) {
    int now = call++;
    int calls = settings.ratios().length;
    if (now < (int) (calls * settings.retention()) || now >= calls) {
      return true;
    }
    State state = states[branch];
    state.ratio *= settings.ratios()[now];
    state.skipped++;
    state.error += Math.abs(1 - state.ratio);
    if (state.error < settings.threshold() && state.skipped <= settings.most()) {
      return false;
    }
    states[branch] = new State();
    return true;
  }

  @Override
  public void forget() {
    Arrays.setAll(states, branch -> new State());
  }
}
