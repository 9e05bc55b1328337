package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Dissolves from the first given picture to the last; the ends are exact. */
final class StillFilmMaker implements FilmMaker {
  @Override
  public Film make(Brief brief, Progress progress) {
    return switch (brief.material()) {
      case Material.FirstFrame given -> dissolve(brief, given.first(), given.first());
      case Material.FirstAndLastFrame given -> dissolve(brief, given.first(), given.last());
      default ->
          throw new EngineException(
              "previz cannot yet make films of "
                  + brief.material().getClass().getSimpleName()
                  + "; give a first frame, a first and a last frame, or words alone");
    };
  }

  private static Film dissolve(Brief brief, Picture first, Picture last) {
    int[] from = pixels(first, brief.size());
    int[] to = first.equals(last) ? from : pixels(last, brief.size());
    return new Film() {
      @Override
      public void paint(int frame, int[] argb) {
        int weight = brief.frameCount() == 1 ? 0 : 256 * frame / (brief.frameCount() - 1);
        for (int i = 0; i < argb.length; i++) {
          argb[i] = blend(from[i], to[i], weight);
        }
      }

      @Override
      public boolean isCut(int frame) {
        return false;
      }
    };
  }

  private static int blend(int from, int to, int weight) {
    int keep = 256 - weight;
    int redBlue = ((from & 0xFF00FF) * keep + (to & 0xFF00FF) * weight) >>> 8 & 0xFF00FF;
    int green = ((from & 0xFF00) * keep + (to & 0xFF00) * weight) >>> 8 & 0xFF00;
    return 0xFF000000 | redBlue | green;
  }

  private static int[] pixels(Picture picture, FrameSize size) {
    try {
      BufferedImage source = ImageIO.read(picture.file().toFile());
      if (source == null) {
        throw new EngineException("not a picture that can be read: " + picture.file());
      }
      BufferedImage scaled =
          new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = scaled.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(source, 0, 0, size.width(), size.height(), null);
      graphics.dispose();
      return scaled.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
    } catch (IOException e) {
      throw new EngineException("picture cannot be read: " + picture.file(), e);
    }
  }
}
