package io.wan4j.engine.previz.picture;

import io.wan4j.storyboard.ShotSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One shot of references on a stage: who is there and where they stand.
 *
 * @param from first frame
 * @param to after its last frame
 * @param parts who is seen, the lead first
 * @param size how near the camera is
 * @param camera what it has done at a share of the shot's time
 */
record Blocking(
    int from,
    int to,
    List<StageDirections.Part> parts,
    ShotSize size,
    DoubleFunction<Pose> camera) {
  /** Height of a member in parts of the frame's, by how many stand side by side. */
  private static final double[] HEIGHTS = {0.80, 0.72, 0.62, 0.54, 0.50};

  private static final double CARD_SHARE = 0.88;
  private static final double WIDEST = 0.94;
  private static final double FLOOR = 0.93;
  private static final double HEADROOM = 0.06;

  /** Whoever is not the lead stands a step behind. */
  private static final double BEHIND = 0.93;

  /** A thing in somebody's hands against its holder. */
  private static final double IN_HAND = 0.34;

  Blocking {
    parts = List.copyOf(parts);
  }

  /**
   * Where a part stands.
   *
   * @param x of its middle in frame widths
   * @param foot of its lower edge in frame heights
   * @param height in frame heights
   */
  record Mark(double x, double foot, double height) {}

  /**
   * Marks for all parts, in their order.
   *
   * @param shapes width against height of each, as pixels
   * @param cards which of them are cards
   * @param aspect width of the frame against its height
   */
  List<Mark> marks(double[] shapes, boolean[] cards, double aspect) {
    List<Integer> standing = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (holder(i) < 0) {
        standing.add(i);
      }
    }
    double[] heights = heights(shapes, cards, aspect, standing);
    Mark[] marks = new Mark[parts.size()];
    double all = 0;
    for (int i : standing) {
      all += heights[i] * shapes[i] / aspect;
    }
    double gap = Math.clamp((WIDEST - all) / (standing.size() + 1), 0.015, 0.12);
    double x = 0.5 - (all + gap * (standing.size() - 1)) / 2;
    for (int i : standing) {
      double width = heights[i] * shapes[i] / aspect;
      marks[i] = new Mark(x + width / 2, foot(i, heights[i], cards[i]), heights[i]);
      x += width + gap;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (marks[i] == null) {
        marks[i] = inHand(marks[holder(i)], shapes[holder(i)], shapes[i], aspect);
      }
    }
    return List.of(marks);
  }

  private double[] heights(
      double[] shapes, boolean[] cards, double aspect, List<Integer> standing) {
    double[] heights = new double[parts.size()];
    double all = 0;
    for (int i : standing) {
      double height = HEIGHTS[Math.min(standing.size(), HEIGHTS.length) - 1];
      height *= cards[i] ? Math.min(1.1, nearness()) * CARD_SHARE : nearness();
      heights[i] = i == standing.getFirst() ? height : height * BEHIND;
      all += heights[i] * shapes[i] / aspect;
    }
    double room = WIDEST - 0.015 * (standing.size() - 1);
    double scale = Math.min(1, room / all);
    for (int i : standing) {
      heights[i] *= scale;
    }
    return heights;
  }

  private double nearness() {
    return switch (size) {
      case EXTREME_LONG -> 0.72;
      case LONG -> 0.84;
      case MEDIUM_LONG, UNSTATED -> 1;
      case MEDIUM -> 1.3;
      case MEDIUM_CLOSE_UP -> 1.5;
      case CLOSE_UP -> 1.75;
      case EXTREME_CLOSE_UP -> 2.1;
    };
  }

  /**
   * On the floor; cards hang a little above it; whoever is too tall for the frame keeps the head.
   */
  private double foot(int part, double height, boolean card) {
    double floor = card ? 0.5 + height / 2 + 0.02 : part == 0 ? FLOOR : FLOOR - 0.025;
    return Math.max(floor, HEADROOM + height);
  }

  private static Mark inHand(Mark holder, double holderShape, double shape, double aspect) {
    double height = Math.min(IN_HAND * holder.height(), 0.5 * holder.height() / shape);
    double beside = 0.30 * holder.height() * holderShape / aspect;
    double foot = Math.min(holder.foot() - 0.28 * holder.height(), 0.97);
    return new Mark(holder.x() + beside, foot, height);
  }

  /** The part in whose hands a part is, or -1. */
  int holder(int part) {
    int wanted = parts.get(part).holder();
    for (int i = 0; wanted >= 0 && i < parts.size(); i++) {
      if (parts.get(i).reference() == wanted && i != part && parts.get(i).holder() < 0) {
        return i;
      }
    }
    return -1;
  }
}
