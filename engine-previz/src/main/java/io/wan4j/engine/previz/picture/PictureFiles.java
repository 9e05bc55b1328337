package io.wan4j.engine.previz.picture;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.Picture;
import io.wan4j.media.MediaException;
import io.wan4j.media.PictureReader;
import io.wan4j.media.PixelImage;

/** Reads picture files as plates. */
final class PictureFiles {
  /** Beyond this a picture only costs memory: no frame shows more of it. */
  private static final int LONGEST_SIDE = 4096;

  private PictureFiles() {}

  /** The picture, filling a size; what is transparent is seen on black. */
  static Plate covering(Picture picture, int width, int height) {
    Plate plate = whole(picture);
    int[] pixels = plate.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] |= 0xFF000000;
    }
    return Fitting.cover(new Plate(plate.width(), plate.height(), pixels), width, height);
  }

  /** The picture with its transparency, made smaller where it is very large. */
  static Plate whole(Picture picture) {
    PixelImage image;
    try {
      image = PictureReader.read(picture.file());
    } catch (MediaException e) {
      throw new EngineException(
          "picture " + picture.file().getFileName() + ": " + e.getMessage(), e);
    }
    int[] straight = image.argb();
    int[] pixels = new int[straight.length];
    for (int i = 0; i < pixels.length; i++) {
      int alpha = straight[i] >>> 24;
      pixels[i] =
          alpha == 255
              ? straight[i]
              : alpha << 24 | Mixing.scale(straight[i] & 0xFFFFFF, alpha + (alpha >> 7));
    }
    Plate plate = new Plate(image.width(), image.height(), pixels);
    return Math.max(plate.width(), plate.height()) > LONGEST_SIDE
        ? Fitting.within(plate, LONGEST_SIDE, LONGEST_SIDE)
        : plate;
  }
}
