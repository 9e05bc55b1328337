package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Progress;

/** An evening sky that slowly brightens: what a film without a scene shows. */
final class SkyFilmMaker implements FilmMaker {
  @Override
  public Film make(Brief brief, Progress progress) {
    int width = brief.size().width();
    int height = brief.size().height();
    int tint = (int) (brief.seed() * 2654435761L >>> 3 & 63);
    return new Film() {
      @Override
      public void paint(int frame, int[] argb) {
        for (int y = 0; y < height; y++) {
          double t = (double) y / height;
          int red = (int) (60 + 150 * t + 20.0 * frame / brief.frameCount());
          int green = (int) (50 + 90 * t + tint * 0.5);
          int blue = (int) (110 + 30 * (1 - t));
          java.util.Arrays.fill(
              argb, y * width, (y + 1) * width, 0xFF000000 | red << 16 | green << 8 | blue);
        }
      }

      @Override
      public boolean isCut(int frame) {
        return false;
      }
    };
  }
}
