package io.wan4j.engine.previz.picture;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Brings plates to the size they are wanted in. */
final class Fitting {
  private Fitting() {}

  /** Fills the size and cuts off evenly what is too much. */
  static Plate cover(Plate plate, int width, int height) {
    if (plate.width() == width && plate.height() == height) {
      return plate;
    }
    double scale = Math.max((double) width / plate.width(), (double) height / plate.height());
    int cutWidth = Math.clamp(Math.round(width / scale), 1, plate.width());
    int cutHeight = Math.clamp(Math.round(height / scale), 1, plate.height());
    try (PointerScope _ = new PointerScope()) {
      Rect middle =
          new Rect(
              (plate.width() - cutWidth) / 2,
              (plate.height() - cutHeight) / 2,
              cutWidth,
              cutHeight);
      return Mats.plate(Mats.resized(new Mat(Mats.of(plate), middle), width, height));
    }
  }

  /** The whole plate, as large as it goes into the size. */
  static Plate within(Plate plate, int width, int height) {
    double scale = Math.min((double) width / plate.width(), (double) height / plate.height());
    int fitWidth = Math.max(2, (int) Math.round(plate.width() * scale));
    int fitHeight = Math.max(2, (int) Math.round(plate.height() * scale));
    try (PointerScope _ = new PointerScope()) {
      return Mats.plate(Mats.resized(Mats.of(plate), fitWidth, fitHeight));
    }
  }

  /** A part of the plate. */
  static Plate crop(Plate plate, int left, int top, int width, int height) {
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plate.pixels(), (top + y) * plate.width() + left, pixels, y * width, width);
    }
    return new Plate(width, height, pixels);
  }
}
