package io.wan4j.engine.previz.picture;

import java.util.Optional;

/** The three ways in which a mask comes: one that stays, one that follows, one for each frame. */
final class MaskTracks {
  private static final int FOLLOWED_WIDTH = 480;

  private MaskTracks() {}

  static MaskedFilm.Masks fixed(Plate mask) {
    return new MaskedFilm.Masks() {
      @Override
      public Plate next(Plate picture) {
        return mask;
      }

      @Override
      public void close() {}
    };
  }

  static MaskedFilm.Masks moving(ClipPlates masks) {
    return new MaskedFilm.Masks() {
      private Plate shown;

      @Override
      public Plate next(Plate picture) {
        Optional<Plate> next = masks.next();
        next.ifPresent(mask -> shown = mask);
        return shown;
      }

      @Override
      public void close() {
        masks.close();
      }
    };
  }

  /**
   * A mask that goes along with the picture's motion, measured from frame to frame by its features.
   *
   * @param frame the frame it was drawn for, from 0; before that it stays
   */
  static MaskedFilm.Masks following(Plate mask, int frame) {
    return new MaskedFilm.Masks() {
      private int number;
      private Plate before;
      private Similarity moved = Similarity.IDENTITY;

      @Override
      public Plate next(Plate picture) {
        int height = FOLLOWED_WIDTH * picture.height() / picture.width();
        Plate small = Fitting.within(picture, FOLLOWED_WIDTH, height);
        double unit = (double) picture.width() / small.width();
        if (number++ > frame && before != null) {
          Similarity step = Carry.follow(before, small).orElse(Similarity.IDENTITY);
          moved =
              new Similarity(step.a(), step.b(), step.shiftX() * unit, step.shiftY() * unit)
                  .after(moved);
        }
        before = small;
        return moved.equals(Similarity.IDENTITY) ? mask : carried(mask, moved.inverse());
      }

      @Override
      public void close() {}
    };
  }

  private static Plate carried(Plate mask, Similarity back) {
    int width = mask.width();
    int height = mask.height();
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = mask.orNothing((float) back.x(x, y), (float) back.y(x, y));
      }
    }
    return new Plate(width, height, pixels);
  }
}
