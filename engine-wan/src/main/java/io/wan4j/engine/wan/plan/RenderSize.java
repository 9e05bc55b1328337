package io.wan4j.engine.wan.plan;

import io.wan4j.engine.FrameSize;
import java.util.ArrayList;
import java.util.List;

/** In which size a checkpoint films so that it can be brought to the size that is asked for. */
public final class RenderSize {
  private RenderSize() {}

  /**
   * The sizes in which a film can be made, best first: the best of all, then in the same shape
   * every smaller area that the checkpoint was trained for.
   *
   * @param areas pixels, the smallest first
   * @param step both sides are multiples of this
   */
  public static List<FrameSize> candidates(FrameSize asked, List<Integer> areas, int step) {
    List<FrameSize> sizes = new ArrayList<>(List.of(of(asked, areas, step)));
    for (int area : areas.reversed()) {
      FrameSize smaller = of(asked, List.of(area), step);
      if (smaller.pixels() < sizes.getLast().pixels()) {
        sizes.add(smaller);
      }
    }
    return sizes;
  }

  /**
   * The asked size itself where the checkpoint can film it; else the nearest shape of an area that
   * the checkpoint was trained for: the largest that is not above what is asked, or the smallest.
   *
   * @param areas pixels, the smallest first
   * @param step both sides are multiples of this
   */
  static FrameSize of(FrameSize asked, List<Integer> areas, int step) {
    boolean fits = asked.width() % step == 0 && asked.height() % step == 0;
    int area = areas.getFirst();
    for (int candidate : areas) {
      area = candidate <= asked.pixels() ? candidate : area;
    }
    if (fits && asked.pixels() <= area && asked.pixels() * 2L > area) {
      return asked;
    }
    double width = Math.sqrt(area * asked.aspect());
    FrameSize best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int columns = (int) (width / step) - 1; columns <= width / step + 1; columns++) {
      for (int rows = 1; rows <= area / step; rows++) {
        int pixels = columns * rows * step * step;
        if (columns < 1 || pixels > area * 1.05) {
          continue;
        }
        double shape = Math.abs(Math.log((double) columns / rows / asked.aspect()));
        double size = Math.abs(Math.log((double) pixels / area));
        if (shape + 0.5 * size < least) {
          least = shape + 0.5 * size;
          best = new FrameSize(columns * step, rows * step);
        }
      }
    }
    if (best == null) {
      best = new FrameSize(step, step);
    }
    return best;
  }
}
