package io.wan4j.engine.previz.picture;

/**
 * A picture to film from: packed premultiplied pixels {@code 0xAARRGGBB}, row by row. Nobody
 * changes the pixels once the plate is made, so any number of threads may read it.
 */
final class Plate {
  private static final int PAIRS = 0x00FF00FF;
  private static final int HALF = 0x00800080;

  private final int width;
  private final int height;
  private final int[] pixels;

  Plate(int width, int height, int[] pixels) {
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(
          "plate of "
              + width
              + "x"
              + height
              + " takes "
              + width * height
              + " pixels, was given "
              + pixels.length);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The live buffer, not a copy; to be read only. */
  int[] pixels() {
    return pixels;
  }

  /** The pixel at a place in 16.16 fixed point, between its four neighbours; inside the plate. */
  static int blend(int[] pixels, int at, int stride, int fractionX, int fractionY) {
    int a = pixels[at];
    int b = pixels[at + 1];
    int c = pixels[at + stride];
    int d = pixels[at + stride + 1];
    int rightward = fractionX >>> 8 & 255;
    int leftward = 256 - rightward;
    int downward = fractionY >>> 8 & 255;
    int upward = 256 - downward;
    int topPair = ((a & PAIRS) * leftward + (b & PAIRS) * rightward + HALF) >>> 8 & PAIRS;
    int topOther =
        ((a >>> 8 & PAIRS) * leftward + (b >>> 8 & PAIRS) * rightward + HALF) >>> 8 & PAIRS;
    int lowPair = ((c & PAIRS) * leftward + (d & PAIRS) * rightward + HALF) >>> 8 & PAIRS;
    int lowOther =
        ((c >>> 8 & PAIRS) * leftward + (d >>> 8 & PAIRS) * rightward + HALF) >>> 8 & PAIRS;
    int pair = (topPair * upward + lowPair * downward + HALF) >>> 8 & PAIRS;
    int other = (topOther * upward + lowOther * downward + HALF) >>> 8 & PAIRS;
    return other << 8 | pair;
  }

  /** The pixel at a place; outside, the plate goes on as in a mirror. */
  int mirrored(float x, float y) {
    int fixedX = mirror((int) (x * 65536f), width);
    int fixedY = mirror((int) (y * 65536f), height);
    return inside(fixedX, fixedY);
  }

  /** As {@link #mirrored}, in 16.16 fixed point. */
  int mirroredFixed(int x, int y) {
    return inside(mirror(x, width), mirror(y, height));
  }

  /** The pixel at a place; outside there is nothing. */
  int orNothing(float x, float y) {
    if (x < -1 || y < -1 || x > width || y > height) {
      return 0;
    }
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
      return blend(
          pixels,
          top * width + left,
          width,
          (int) ((x - left) * 65536f),
          (int) ((y - top) * 65536f));
    }
    int[] corners = {
      pixelOrNothing(left, top),
      pixelOrNothing(left + 1, top),
      pixelOrNothing(left, top + 1),
      pixelOrNothing(left + 1, top + 1)
    };
    return blend(corners, 0, 2, (int) ((x - left) * 65536f), (int) ((y - top) * 65536f));
  }

  private int pixelOrNothing(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : pixels[y * width + x];
  }

  private int inside(int fixedX, int fixedY) {
    int left = Math.min(fixedX >> 16, width - 2);
    int top = Math.min(fixedY >> 16, height - 2);
    int fractionX = Math.min(fixedX - (left << 16), 0xFFFF);
    int fractionY = Math.min(fixedY - (top << 16), 0xFFFF);
    return blend(pixels, top * width + left, width, fractionX, fractionY);
  }

  private static int mirror(int fixed, int size) {
    int last = (size - 1) << 16;
    int place = Math.floorMod(fixed, 2 * last);
    return place > last ? 2 * last - place : place;
  }
}
