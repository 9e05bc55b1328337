package io.wan4j.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads picture files: png, jpeg, webp, bmp, tiff, and the first picture of a gif. */
public final class PictureReader {
  private PictureReader() {}

  /** Reads a picture within {@link MediaLimits#STANDARD}. */
  public static PixelImage read(Path file) {
    return read(file, MediaLimits.STANDARD);
  }

  /**
   * Reads a picture as it is meant to be seen (EXIF orientation applied).
   *
   * @throws DamagedMediaException when the file is empty, cut off or broken
   * @throws UnknownMediaException when it is no picture
   * @throws OversizedMediaException when it is above the limits
   */
  public static PixelImage read(Path file, MediaLimits limits) {
    try (DecodedPicture picture = DecodedPicture.read(file, limits)) {
      return ExifOrientation.upright(FramePixels.of(picture.frame()), picture.orientation());
    }
  }

  /** Reads a picture that comes with the program. */
  static PixelImage resource(String name) {
    try (InputStream in = PictureReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new MediaException("the program lacks its picture " + name);
      }
      try (DecodedPicture picture =
          DecodedPicture.read(MediaFormat.PNG, in.readAllBytes(), name, MediaLimits.STANDARD)) {
        return FramePixels.of(picture.frame());
      }
    } catch (IOException e) {
      throw new MediaException("cannot read the program's picture " + name, e);
    }
  }
}
