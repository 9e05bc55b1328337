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

  MotionTrack {
    moves = List.copyOf(moves);
  }

  /**
   * Follows a clip.
   *
   * @param clip is read to its end or so many frames, and closed
   */
  static MotionTrack of(ClipPlates clip, int frames) {
    List<Similarity> moves = new ArrayList<>();
    Similarity whole = Similarity.IDENTITY;
    Optional<Plate> before = Optional.empty();
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
        before = Optional.of(small);
      }
    }
    return new MotionTrack(moves.isEmpty() ? List.of(Similarity.IDENTITY) : moves);
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
