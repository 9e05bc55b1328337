package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.FrameSequence;
import java.util.Optional;

/** The two kinds of references on a stage: pictures, and clips that play over and over. */
final class CastMembers {
  private CastMembers() {}

  static CastFilm.Member still(CutOut look) {
    return new CastFilm.Member() {
      @Override
      public CutOut next() {
        return look;
      }

      @Override
      public void close() {}
    };
  }

  /**
   * A clip in a card, or freed from its ground where that is plain; it begins again when it has
   * ended.
   */
  static CastFilm.Member playing(
      ClipPlates.Opener opener, Clip clip, int maximumWidth, int maximumHeight, int frameRate) {
    double scale =
        Math.min((double) maximumWidth / clip.width(), (double) maximumHeight / clip.height());
    int width = Math.max(16, (int) Math.round(clip.width() * scale) & ~1);
    int height = Math.max(16, (int) Math.round(clip.height() * scale) & ~1);
    Plate mask = CutOut.cardMask(width, height);
    Loop loop = new Loop(opener, clip, width, height, frameRate);
    return new CastFilm.Member() {
      private boolean begun;
      private boolean free;

      @Override
      public CutOut next() {
        Plate plate = loop.next();
        Optional<CutOut> freed = begun && !free ? Optional.empty() : CutOut.standing(plate);
        free = begun ? free : freed.isPresent();
        begun = true;
        return freed.orElseGet(
            () -> free ? new CutOut(plate, false) : new CutOut(CutOut.card(plate, mask), true));
      }

      @Override
      public void close() {
        loop.close();
      }
    };
  }

  /** A clip that fills the frame and begins again when it has ended. */
  static FrameSequence stage(
      ClipPlates.Opener opener, Clip clip, int width, int height, int frameRate) {
    Loop loop = new Loop(opener, clip, width, height, frameRate);
    return new FrameSequence() {
      @Override
      public Painting begin(int frame) {
        int[] pixels = loop.next().pixels();
        return argb -> System.arraycopy(pixels, 0, argb, 0, argb.length);
      }

      @Override
      public boolean isCut(int frame) {
        return false;
      }

      @Override
      public void close() {
        loop.close();
      }
    };
  }

  /** Opens its clip anew at each end. */
  private static final class Loop implements AutoCloseable {
    private final ClipPlates.Opener opener;
    private final Clip clip;
    private final int width;
    private final int height;
    private final int frameRate;
    private ClipPlates playing;

    Loop(ClipPlates.Opener opener, Clip clip, int width, int height, int frameRate) {
      this.opener = opener;
      this.clip = clip;
      this.width = width;
      this.height = height;
      this.frameRate = frameRate;
      this.playing = opener.open(clip, width, height, frameRate);
    }

    Plate next() {
      Optional<Plate> plate = playing.next();
      if (plate.isEmpty()) {
        playing.close();
        playing = opener.open(clip, width, height, frameRate);
        plate = playing.next();
      }
      return plate.orElseThrow(
          () -> new EngineException("clip " + clip.file().getFileName() + " has no frames"));
    }

    @Override
    public void close() {
      playing.close();
    }
  }
}
