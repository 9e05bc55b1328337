package io.wan4j.engine.previz.picture;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.FrameSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;

/**
 * A clip as it is, then a film made from its last frame. The film is made when the clip has ended,
 * for only then its last frame and its swing are known.
 */
final class ContinuedFilm implements FrameSequence {
  /** Makes what follows. */
  @FunctionalInterface
  interface Sequel {
    /**
     * Makes a film whose frame 0 is the clip's last frame; it is shown from its frame 1 on.
     *
     * @param frames of the whole film made, frame 0 too
     */
    Film make(Plate last, Carry carry, int frames);
  }

  /**
   * The frames over which the swing is measured: few, for cameras slow down at the end of a shot.
   */
  private static final int REMEMBERED = 7;

  private static final int MEASURED_WIDTH = 480;

  private final ClipPlates clip;
  private final Sequel sequel;
  private final int clipFrames;
  private final int frames;
  private final int frameRate;
  private final Deque<Plate> remembered = new ArrayDeque<>();
  private Plate last;
  private Film after;
  private int joint;

  /**
   * @param clipFrames how many frames are taken from the clip, if it has as many
   * @param frames of the whole
   */
  ContinuedFilm(ClipPlates clip, int clipFrames, int frames, int frameRate, Sequel sequel) {
    this.clip = clip;
    this.clipFrames = Math.min(clipFrames, frames);
    this.frames = frames;
    this.frameRate = frameRate;
    this.sequel = sequel;
  }

  @Override
  public Painting begin(int frame) {
    if (after == null && frame < clipFrames) {
      Optional<Plate> next = clip.next();
      if (next.isPresent()) {
        last = next.get();
        remember(frame);
        int[] pixels = last.pixels();
        return argb -> System.arraycopy(pixels, 0, argb, 0, argb.length);
      }
    }
    if (after == null) {
      if (last == null) {
        throw new EngineException("the clip has no frames; give one that plays");
      }
      joint = frame;
      after = sequel.make(last, carry(), frames - frame + 1);
      last = null;
      remembered.clear();
      clip.close();
    }
    return after.begin(frame - joint + 1);
  }

  private void remember(int frame) {
    if (frame < clipFrames - 2 * REMEMBERED) {
      return;
    }
    double scale = Math.min(1, (double) MEASURED_WIDTH / last.width());
    remembered.add(
        Fitting.within(
            last, (int) Math.round(last.width() * scale), (int) Math.round(last.height() * scale)));
    if (remembered.size() > REMEMBERED) {
      remembered.removeFirst();
    }
  }

  private Carry carry() {
    if (remembered.isEmpty()) {
      return Carry.NONE;
    }
    double enlarged = (double) last.width() / remembered.getLast().width();
    return Carry.measure(new ArrayList<>(remembered), enlarged, frameRate);
  }

  @Override
  public boolean isCut(int frame) {
    return after != null && frame >= joint && after.isCut(frame - joint + 1);
  }

  @Override
  public void close() {
    clip.close();
    if (after != null) {
      after.close();
    }
  }
}
