package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.previz.FrameSequence;

/** A film whose camera gives a little push with each beat of a given sound. */
public final class PulsedFilm implements FrameSequence {
  private static final double FELT = 0.03;
  private static final double PUSH = 0.022;

  private final FrameSequence film;
  private final double[] beats;
  private final int width;
  private final int height;

  private PulsedFilm(FrameSequence film, double[] beats, int width, int height) {
    this.film = film;
    this.beats = beats;
    this.width = width;
    this.height = height;
  }

  /** The film of a brief that gives its sound. */
  public static FrameSequence of(FrameSequence film, Brief brief) {
    return new PulsedFilm(film, Beats.of(brief), brief.size().width(), brief.size().height());
  }

  @Override
  public Painting begin(int frame) {
    Painting painting = film.begin(frame);
    double push = beats[frame];
    if (push < FELT) {
      return painting;
    }
    return argb -> {
      int[] still = new int[argb.length];
      painting.paint(still);
      float scale = (float) (1 / (1 + PUSH * push));
      float centreX = (width - 1) / 2f;
      float centreY = (height - 1) / 2f;
      MeshWarp.paint(
          new Plate(width, height, still),
          (x, y, source) -> {
            source[0] = centreX + (x - centreX) * scale;
            source[1] = centreY + (y - centreY) * scale;
          },
          argb,
          width,
          height);
    };
  }

  @Override
  public boolean isCut(int frame) {
    return film.isCut(frame);
  }

  @Override
  public void close() {
    film.close();
  }
}
