package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** The soft dark shape that a plate throws on what lies behind it, an eighth of its size. */
final class SoftShadow {
  static final int SHRUNK = 8;
  private static final int MARGIN = 6;
  private static final double DARKNESS = 0.55;

  private SoftShadow() {}

  /** The shadow, with a margin for its softness. */
  static Plate of(Plate plate) {
    try (PointerScope _ = new PointerScope()) {
      int innerWidth = Math.max(2, plate.width() / SHRUNK);
      int innerHeight = Math.max(2, plate.height() / SHRUNK);
      Plate small = Mats.plate(Mats.resized(Mats.of(plate), innerWidth, innerHeight));
      int width = innerWidth + 2 * MARGIN;
      int height = innerHeight + 2 * MARGIN;
      int[] pixels = new int[width * height];
      for (int y = 0; y < innerHeight; y++) {
        for (int x = 0; x < innerWidth; x++) {
          int alpha = small.pixels()[y * innerWidth + x] >>> 24;
          pixels[(y + MARGIN) * width + x + MARGIN] = (int) (alpha * DARKNESS) << 24;
        }
      }
      Mat soft = Mats.of(new Plate(width, height, pixels));
      GaussianBlur(soft, soft, new Size(0, 0), MARGIN / 2.4);
      return Mats.plate(soft);
    }
  }

  /** A round shadow for whatever stands on a floor; it is laid flat by its user. */
  static Plate pool() {
    int size = 128;
    int[] pixels = new int[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double far = Math.hypot(x - (size - 1) / 2.0, y - (size - 1) / 2.0) / (size / 2.0);
        pixels[y * size + x] = (int) (255 * 0.62 * Easing.smooth(1 - far)) << 24;
      }
    }
    return new Plate(size, size, pixels);
  }
}
