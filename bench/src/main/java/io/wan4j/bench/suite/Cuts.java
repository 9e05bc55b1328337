package io.wan4j.bench.suite;

import java.util.ArrayList;
import java.util.List;

/** Finds hard cuts: a change that stands alone, far above those before and after it. */
final class Cuts {
  private static final double ABOVE_NEIGHBOURS = 2.5;

  /** Mean change of luma that a cut makes at least. */
  private static final double LEAST = 7;

  private Cuts() {}

  /**
   * @param steps mean change from each frame to the next
   * @return numbers of the frames that begin a shot
   */
  static List<Integer> in(List<Double> steps) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      double around = 0;
      for (int j = Math.max(0, i - 3); j < Math.min(steps.size(), i + 4); j++) {
        around = j == i ? around : Math.max(around, steps.get(j));
      }
      if (steps.get(i) > LEAST && steps.get(i) > ABOVE_NEIGHBOURS * around) {
        cuts.add(i + 1);
      }
    }
    return cuts;
  }
}
