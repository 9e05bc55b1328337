package io.wan4j.storyboard;

import java.util.Arrays;
import java.util.List;

/**
 * Gives every shot its time. Stamps are kept exactly where they fit in the film; shots without one
 * share the time between by the weight of their text.
 */
final class ShotTimes {
  /** Two cuts are never closer than this, in seconds (one frame at 30 a second is 0.033). */
  private static final double CLOSEST = 0.04;

  private static final double UNKNOWN = Double.NaN;

  private ShotTimes() {}

  /**
   * @return one more than there are drafts: the start of each shot, then the end of the film
   */
  static double[] of(List<Outline.Draft> drafts, double seconds) {
    int count = drafts.size();
    double[] starts = new double[count + 1];
    Arrays.fill(starts, UNKNOWN);
    double lastEnd = stamped(drafts, starts);
    starts[0] = 0;
    starts[count] = seconds;
    fitInto(starts, count, lastEnd, seconds);
    fillBetween(starts, drafts);
    keepApart(starts, seconds);
    return starts;
  }

  /** Writes the starts that stamps name and returns the latest end they name, 0 for none. */
  private static double stamped(List<Outline.Draft> drafts, double[] starts) {
    double shift = countsSeconds(drafts) ? 1 : 0;
    double end = 0;
    for (int i = 0; i < drafts.size(); i++) {
      Stamp stamp = drafts.get(i).stamp();
      double from =
          switch (stamp.kind()) {
            case NONE -> UNKNOWN;
            case LENGTH -> i == 0 || end > 0 ? end : UNKNOWN;
            case RANGE, START -> Math.max(0, stamp.from() - shift);
          };
      if (Double.isNaN(starts[i])) {
        starts[i] = from;
      }
      if (stamp.kind() == Stamp.Kind.RANGE) {
        end = Math.max(end, stamp.to());
      } else if (stamp.kind() == Stamp.Kind.LENGTH) {
        end = (Double.isNaN(from) ? 0 : from) + stamp.from();
      } else {
        end = Double.isNaN(from) ? end : Math.max(end, from);
      }
      boolean nextIsFree =
          i + 1 < drafts.size() && drafts.get(i + 1).stamp().kind() == Stamp.Kind.NONE;
      if (stamp.kind() != Stamp.Kind.NONE && stamp.kind() != Stamp.Kind.START && nextIsFree) {
        starts[i + 1] = end;
      }
    }
    return end;
  }

  /** {@code [1-5s] … [6-10s]} counts seconds from one: the first five, then the next five. */
  private static boolean countsSeconds(List<Outline.Draft> drafts) {
    if (drafts.size() < 2 || drafts.getFirst().stamp().from() != 1) {
      return false;
    }
    for (int i = 0; i < drafts.size(); i++) {
      Stamp stamp = drafts.get(i).stamp();
      boolean follows = i == 0 || stamp.from() == drafts.get(i - 1).stamp().to() + 1;
      if (stamp.kind() != Stamp.Kind.RANGE || !follows) {
        return false;
      }
    }
    return true;
  }

  /** Stamps past the end shrink all of them; a last shot that only runs over is cut off. */
  private static void fitInto(double[] starts, int count, double lastEnd, double seconds) {
    double latest = 0;
    for (int i = 0; i < count; i++) {
      latest = Double.isNaN(starts[i]) ? latest : Math.max(latest, starts[i]);
    }
    double visible = Math.min(0.25, seconds / (4.0 * count));
    if (latest > seconds - visible) {
      double total = Math.max(lastEnd, latest + latest / count);
      for (int i = 1; i < count; i++) {
        starts[i] *= seconds / total;
      }
    }
  }

  private static void fillBetween(double[] starts, List<Outline.Draft> drafts) {
    int known = 0;
    for (int i = 1; i < starts.length; i++) {
      if (Double.isNaN(starts[i])) {
        continue;
      }
      double weight = weight(drafts, known, i);
      double before = 0;
      for (int gap = known + 1; gap < i; gap++) {
        before += weight(drafts, gap - 1, gap);
        starts[gap] = onBeat(starts[known] + (starts[i] - starts[known]) * before / weight);
      }
      known = i;
    }
  }

  /** A cut that nobody timed falls on a half second, where a cutter would put it. */
  private static double onBeat(double time) {
    return Math.round(time * 2) / 2.0;
  }

  private static double weight(List<Outline.Draft> drafts, int from, int to) {
    double weight = 0;
    for (Outline.Draft draft : drafts.subList(from, to)) {
      String text = draft.text();
      double letters = Language.of(text) == Language.CHINESE ? 3.0 * text.length() : text.length();
      // The root and the constant keep a terse shot visible beside a talkative one.
      weight += 8 + Math.sqrt(Math.min(letters, 2000)) * 2;
    }
    return weight;
  }

  private static void keepApart(double[] starts, double seconds) {
    int count = starts.length - 1;
    double apart = Math.min(CLOSEST, seconds / (2.0 * count));
    for (int i = 1; i < count; i++) {
      starts[i] = Math.max(starts[i], starts[i - 1] + apart);
    }
    for (int i = count - 1; i > 0; i--) {
      starts[i] = Math.min(starts[i], starts[i + 1] - apart);
    }
  }
}
