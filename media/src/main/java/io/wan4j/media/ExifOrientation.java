package io.wan4j.media;

/** Turns a picture upright by the orientation a camera wrote (Exif 2.32, tag 274). */
final class ExifOrientation {
  private ExifOrientation() {}

  /** Whether width and height change places. */
  static boolean isSideways(int orientation) {
    return orientation >= 5;
  }

  static PixelImage upright(PixelImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int width = isSideways(orientation) ? image.height() : image.width();
    int height = isSideways(orientation) ? image.width() : image.height();
    int right = image.width() - 1;
    int bottom = image.height() - 1;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int source =
            switch (orientation) {
              case 2 -> at(image, right - x, y);
              case 3 -> at(image, right - x, bottom - y);
              case 4 -> at(image, x, bottom - y);
              case 5 -> at(image, y, x);
              case 6 -> at(image, y, bottom - x);
              case 7 -> at(image, right - y, bottom - x);
              case 8 -> at(image, right - y, x);
              default -> throw new IllegalArgumentException("no orientation " + orientation);
            };
        pixels[y * width + x] = source;
      }
    }
    return new PixelImage(width, height, pixels);
  }

  private static int at(PixelImage image, int x, int y) {
    return image.argb()[y * image.width() + x];
  }
}
