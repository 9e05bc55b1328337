package io.wan4j.engine.wan.film;

import io.wan4j.media.PixelImage;

/** What of a picture a film may be made along when its colours shall not count. */
final class Outline {
  private Outline() {}

  /** White lines on black where light and shade change (Sobel's operator, 1968). */
  static PixelImage lines(PixelImage image) {
    int width = image.width();
    int height = image.height();
    int[] light = light(image);
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      int above = Math.max(y - 1, 0) * width;
      int here = y * width;
      int below = Math.min(y + 1, height - 1) * width;
      for (int x = 0; x < width; x++) {
        int left = Math.max(x - 1, 0);
        int right = Math.min(x + 1, width - 1);
        int across =
            light[above + right]
                + 2 * light[here + right]
                + light[below + right]
                - light[above + left]
                - 2 * light[here + left]
                - light[below + left];
        int down =
            light[below + left]
                + 2 * light[below + x]
                + light[below + right]
                - light[above + left]
                - 2 * light[above + x]
                - light[above + right];
        pixels[here + x] = grey(Math.min(255, (int) Math.hypot(across, down)));
      }
    }
    return new PixelImage(width, height, pixels);
  }

  /** The picture without its colours. */
  static PixelImage shades(PixelImage image) {
    int[] pixels = light(image);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = grey(pixels[i]);
    }
    return new PixelImage(image.width(), image.height(), pixels);
  }

  /** Luma of BT.709, 0 to 255. */
  private static int[] light(PixelImage image) {
    int[] light = new int[image.argb().length];
    for (int i = 0; i < light.length; i++) {
      int pixel = image.argb()[i];
      light[i] =
          (13933 * (pixel >> 16 & 255) + 46871 * (pixel >> 8 & 255) + 4732 * (pixel & 255)) >> 16;
    }
    return light;
  }

  private static int grey(int value) {
    return 0xFF000000 | value << 16 | value << 8 | value;
  }
}
