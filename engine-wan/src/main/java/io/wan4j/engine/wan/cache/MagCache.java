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
  private int from;

  /**
   * One run's settings.
   *
   * @param ratios of each call, both branches in turn: how the mean norm of what the blocks add
   *     changes from the branch's last call
   * @param threshold error from which on blocks are computed again
   * @param most calls of a branch that are skipped in a row
   * @param retention share of all calls that are always computed at the beginning
   * @param secondOnly whether nothing is skipped before another transformer takes over; the share
   *     then counts from there
   */
  public record Settings(
      double[] ratios, double threshold, int most, double retention, boolean secondOnly) {
    /**
     * Ratios measured with another number of steps, stretched to this one branch by branch.
     *
     * @param branches 2, or 1 for a run without guidance
     */
    public Settings stretched(int steps, int branches) {
      double[] stretched = new double[steps * branches];
      int measured = ratios.length / 2;
      for (int i = 0; i < steps; i++) {
        int nearest = steps == 1 ? 0 : (int) Math.rint((double) i * (measured - 1) / (steps - 1));
        for (int branch = 0; branch < branches; branch++) {
          stretched[branches * i + branch] = ratios[2 * nearest + branch];
        }
      }
      return new Settings(stretched, threshold, most, retention, secondOnly);
    }
  }

  private static final class State {
    private double ratio = 1;
    private double error;
    private int skipped;
  }

  public MagCache(Settings settings) {
    this.settings = settings;
    int calls = settings.ratios().length;
    from = settings.secondOnly() ? calls : (int) (calls * settings.retention());
  }

  @Override
  public Tensor signal(TimeSignal time) {
    return time.state();
  }

  @Override
  public boolean compute(int branch, double change) {
    int now = call++;
    if (now < from || now >= settings.ratios().length) {
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
    from = call + (int) ((settings.ratios().length - call) * settings.retention());
  }
}
