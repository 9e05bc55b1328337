package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.Film;

/** A film played from its end to its beginning: a way of arriving at a given picture. */
record BackwardFilm(Film film, int frames) implements Film {
  @Override
  public void paint(int frame, int[] argb) {
    film.paint(frames - 1 - frame, argb);
  }

  @Override
  public boolean isCut(int frame) {
    return frame > 0 && film.isCut(frames - frame);
  }

  @Override
  public void close() {
    film.close();
  }
}
