package io.wan4j.engine.wan.film;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.plan.Scene;
import io.wan4j.media.PixelImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The frames of one shot in the finished film's rate and size, made from what was filmed: between
 * two filmed frames by motion interpolation, at the ends held to the pictures that were given.
 */
final class ScenePlayer {
  /** Times this near to a filmed frame are that frame. */
  private static final double EXACT = 1e-3;

  private final Scene scene;
  private final FrameQueue queue;
  private final FrameSize size;
  private final Optional<PixelImage> startsAs;
  private final Optional<PixelImage> endsAs;
  private final Deque<PixelImage> ahead = new ArrayDeque<>();
  private Optional<Anchor> start = Optional.empty();
  private Optional<Anchor> end = Optional.empty();
  private Optional<MotionInterpolation> motion = Optional.empty();
  private PixelImage current;
  private PixelImage next;
  private int taken;
  private int made;

  /**
   * @param size of the finished film
   * @param startsAs what its first frame shall be, hidden or not, in that size
   * @param endsAs what its last frame shall be, in that size
   */
  ScenePlayer(
      Scene scene,
      FrameQueue queue,
      FrameSize size,
      Optional<PixelImage> startsAs,
      Optional<PixelImage> endsAs) {
    this.scene = scene;
    this.queue = queue;
    this.size = size;
    this.startsAs = startsAs;
    this.endsAs = endsAs;
    current = take();
    next = taken < scene.filmed() ? take() : current;
    startsAs.ifPresent(given -> start = Optional.of(Anchor.of(given, scaled(current))));
  }

  /** The next frame of the shot; to be asked for as often as the shot has frames. */
  PixelImage next() {
    int wanted = endsAs.isPresent() ? Anchor.REACH : 1;
    while (ahead.size() < wanted && made < scene.frames()) {
      ahead.add(make(made++));
    }
    PixelImage frame = ahead.removeFirst();
    if (endsAs.isEmpty() || made < scene.frames()) {
      return frame;
    }
    if (end.isEmpty()) {
      end = Optional.of(Anchor.of(endsAs.get(), ahead.isEmpty() ? frame : ahead.getLast()));
    }
    return end.get().apply(frame, ahead.size());
  }

  /** Passes over what was filmed beyond the shot's end. */
  void finish() {
    while (taken < scene.filmed()) {
      take();
    }
  }

  private PixelImage make(int frame) {
    double position = Math.min(scene.position(frame), scene.filmed() - 1.0);
    int index = (int) (position + EXACT);
    while (taken - 2 < index && taken < scene.filmed()) {
      current = next;
      next = take();
      motion = Optional.empty();
    }
    if (index >= scene.filmed() - 1) {
      current = next;
    }
    double between = position - index;
    PixelImage filmed = current;
    if (between > EXACT) {
      if (motion.isEmpty()) {
        motion = Optional.of(new MotionInterpolation(current, next));
      }
      filmed = motion.get().at(between);
    }
    PixelImage shown = scaled(filmed);
    int distance = frame + scene.hidden();
    return start.map(anchor -> anchor.apply(shown, distance)).orElse(shown);
  }

  private PixelImage scaled(PixelImage picture) {
    return Pixels.stretched(picture, size.width(), size.height());
  }

  private PixelImage take() {
    taken++;
    return queue
        .take()
        .orElseThrow(
            () ->
                new EngineException(
                    "the shot ended after %d of %d filmed frames"
                        .formatted(taken - 1, scene.filmed())))
        .picture();
  }
}
