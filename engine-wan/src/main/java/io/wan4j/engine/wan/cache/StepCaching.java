package io.wan4j.engine.wan.cache;

import io.wan4j.engine.wan.transformer.StepCache;
import java.util.List;
import java.util.function.Supplier;

/** Whether and by which rule a run skips blocks. */
public final class StepCaching {
  private final List<Supplier<SkipRule>> rule;

  private StepCaching(List<Supplier<SkipRule>> rule) {
    this.rule = rule;
  }

  /** Computes everything. */
  public static StepCaching none() {
    return new StepCaching(List.of());
  }

  /** Skips by a rule, of which every run takes a fresh one. */
  public static StepCaching by(Supplier<SkipRule> rule) {
    return new StepCaching(List.of(rule));
  }

  /** Whether blocks may be skipped. */
  public boolean skips() {
    return !rule.isEmpty();
  }

  /** For one run. */
  public Run begin() {
    return new Run(rule.stream().map(Supplier::get).toList());
  }

  /** The caches of one run, one for each branch. */
  public static final class Run implements AutoCloseable {
    private final List<SkipRule> rule;
    private final List<ResidualCache> branches;

    private Run(List<SkipRule> rule) {
      this.rule = rule;
      this.branches =
          rule.stream()
              .flatMap(
                  one -> List.of(new ResidualCache(one, 0), new ResidualCache(one, 1)).stream())
              .toList();
    }

    /** The cache of the passes with the prompt, or with the negative prompt. */
    public StepCache of(boolean prompt) {
      return branches.isEmpty() ? StepCache.none() : branches.get(prompt ? 0 : 1);
    }

    /** Passes whose blocks were computed. */
    public int computed() {
      return branches.stream().mapToInt(ResidualCache::computed).sum();
    }

    /** Passes whose blocks were skipped. */
    public int skipped() {
      return branches.stream().mapToInt(ResidualCache::skipped).sum();
    }

    /** What one expert added says nothing about another. */
    public void expertChanged() {
      rule.forEach(SkipRule::forget);
      close();
    }

    /** Frees what is kept. */
    @Override
    public void close() {
      branches.forEach(ResidualCache::close);
    }
  }
}
