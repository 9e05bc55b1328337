package io.wan4j.engine.previz.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the picture of a clip moves from its first frame on: what a film takes from a clip that is to
 * guide its motion.
 *
 * @param moves from the first frame to each of the others, in pixels of the film
 */
record MotionTrack(List<Similarity> moves) {
  private static final int MEASURED_WIDTH = 480;

  /** How much a picture may grow or shrink and still be known. */
  private static final double GROWTH = 1.35;

  /** How far its centre may go, of its width, before all of it had to be invented. */
  private static final double WAY = 0.22;

  MotionTrack {
    moves = List.copyOf(moves);
  }

  /**
   * Follows a clip: all the way as it goes, or, where that would leave the picture behind, as much
   * of it as the picture can bear.
   *
   * @param clip is read to its end or so many frames, and closed
   */
  static MotionTrack of(ClipPlates clip, int frames) {
    List<Similarity> moves = new ArrayList<>();
    Similarity whole = Similarity.IDENTITY;
    Optional<Plate> before = Optional.empty();
    double farthest = 0;
    try (clip) {
      for (Optional<Plate> next = clip.next();
          next.isPresent() && moves.size() < frames;
          next = clip.next()) {
        Plate full = next.get();
        Plate small = Fitting.within(full, MEASURED_WIDTH, full.height());
        double unit = (double) full.width() / small.width();
        if (before.isPresent()) {
          Similarity step = Carry.follow(before.get(), small).orElse(Similarity.IDENTITY);
          whole =
              new Similarity(step.a(), step.b(), step.shiftX() * unit, step.shiftY() * unit)
                  .after(whole);
        }
        moves.add(whole);
        farthest = Math.max(farthest, extent(whole, full.width(), full.height()));
        before = Optional.of(small);
      }
    }
    if (moves.isEmpty()) {
      return new MotionTrack(List.of(Similarity.IDENTITY));
    }
    double share = 1 / Math.max(1, farthest);
    return new MotionTrack(
        share == 1 ? moves : moves.stream().map(move -> move.part(share)).toList());
  }

  /** How much of what a picture can bear a move takes; 1 is all of it. */
  private static double extent(Similarity move, double width, double height) {
    double way =
        Math.hypot(
            move.x(width / 2, height / 2) - width / 2, move.y(width / 2, height / 2) - height / 2);
    return Math.max(Math.abs(Math.log(move.scale())) / Math.log(GROWTH), way / (WAY * width));
  }

  /** The move at a frame; the last one after the clip's end. */
  Similarity at(int frame) {
    return moves.get(Math.min(frame, moves.size() - 1));
  }

  /** The same way back: at frame 0 nothing has moved, later what lay before the clip's end. */
  MotionTrack backward(int frames) {
    Similarity fromEnd = at(frames - 1).inverse();
    List<Similarity> back = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      back.add(at(frames - 1 - frame).after(fromEnd));
    }
    return new MotionTrack(back);
  }
}
