package io.wan4j.bench.suite;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.Fit;
import io.wan4j.media.MediaException;
import io.wan4j.media.PictureWriter;
import io.wan4j.media.PixelImage;
import java.nio.file.Path;

/** Single pictures of films of the suite, for the README: those whose prompts name a moment. */
public final class Stills {
  private static final int SHORT_SIDE = 432;

  private Stills() {}

  /**
   * Writes the film's picture as a JPEG under its name.
   *
   * @return whether its prompt names a moment
   */
  public static boolean write(SuiteFilm film, Path folder) {
    if (film.prompt().show().isEmpty()) {
      return false;
    }
    FrameSize size = film.prompt().size(SHORT_SIDE);
    Frame frame = new Frame(size);
    ClipView view = ClipView.of(size).fitted(Fit.STRETCH).from(film.prompt().show().getAsDouble());
    try (ClipReader reader = ClipReader.open(film.file(), view)) {
      if (!reader.read(frame)) {
        throw new MediaException(
            film.prompt().name() + " has no picture at " + film.prompt().show().getAsDouble());
      }
    }
    PictureWriter.writeJpeg(PixelImage.of(frame), folder.resolve(film.prompt().name() + ".jpg"));
    return true;
  }
}
